/** Invented people, customers and problems; any likeness to somebody real is chance. */

export const COMPANY_NAME = 'Brightwater IT Services';

/** The supporters; the first is the company's administrator, the account that made the sandbox's app. */
export const SUPPORTERS = [
	'Mira Osterkamp',
	'Jonas Feldhaus',
	'Amara Nwosu-Bell',
	'Théo Marchandeau',
	'Sofía Larrainzar',
	'Lukas Grünwalder',
	'Priya Venkataswami',
	'Tomasz Wiśniowiecki',
	'Elin Sjöstrandh',
	'Kofi Asantewaa',
	'Hannah Brookfield-Moss',
	'Yuki Tachikawara',
] as const;

export const CUSTOMER_PEOPLE = [
	'Greta Lindqvisten',
	'Oskar Bäumlein',
	'Fatima El-Haddadi',
	'Pieter van Rossumveld',
	'Chiara Montebello-Rossi',
	'Noah Applewhite',
	'Zeynep Karadenizli',
	'Ruth Hollingsworthy',
	'Mateo Villafuerte',
	'Ingrid Halvorstad',
	'Samuel Okonjo-Price',
	'Claire Beaumarchand',
	'Dieter Kühnapfel',
	'Agnieszka Dąbrowiecka',
	'Liam Fairweather',
	'Beatriz Quintanilha',
	'Henrik Østergren',
	'Marlene Süßkind',
	'Devi Ramanathapuram',
	'Viktor Lazarescu',
] as const;

/** Groups are customers, but for the two that the company keeps for itself. */
export const GROUPS = [
	'Harbour Street Bakery',
	'Lindenhof Dental Practice',
	'Atelier Marchand & Fils',
	'Puente Verde Logistics',
	'Grünfeld Gartenbau',
	'Northgate Veterinary Clinic',
	'Silberbach Hotel',
	'Old Mill Brewery',
	'Fjordlys Architects',
	'Casa Montaña Wines',
	'Stellwerk Coworking',
	'Riverside Primary School',
	'Papyrus Bookshop',
	'Servers',
	'Internal',
] as const;

export const DEVICE_ROLES = [
	'RECEPTION',
	'OFFICE',
	'POS',
	'WORKSHOP',
	'ACCOUNTING',
	'LAPTOP',
	'NAS',
	'SRV-FILES',
	'SRV-MAIL',
	'KIOSK',
	'MEETING-ROOM',
	'WAREHOUSE',
] as const;

export const DEVICE_DESCRIPTIONS = [
	'Windows 11, replaced in spring',
	'Behind the counter, ask for the manager first',
	'Only reachable 07:00–18:00',
	'macOS, shared by two people',
	'Bitte vorher anrufen – Empfang ist stets besetzt',
	'Runs the label printer 🖨️',
] as const;

export const SESSION_DESCRIPTIONS = [
	'Outlook keeps asking for the password',
	'Label printer prints every second page only',
	'VPN drops after ten minutes',
	'New laptop: move profile and mailbox',
	'Till does not find the card reader',
	'Update of the booking software, version 8',
	'Scanner saves to the wrong folder',
	'Drucker im Büro druckt nur noch Rätsel statt Rechnungen',
	'Teams-Anruf ohne Ton, Kopfhörer getauscht',
	'Backup reported an error on the file server',
	'Monthly maintenance',
	'Display stays black after standby',
] as const;

export const WAITING_MESSAGES = [
	'Thanks for waiting, a colleague will be with you in a moment.',
	'Einen Augenblick bitte, wir sind gleich für Sie da.',
	'We are finishing another call and come to you next.',
] as const;

export const NOTES = [
	'Password reset, signed in again, works.',
	'Driver reinstalled.\nTest page printed, customer confirms.',
	'Certificate was expired; renewed until next year.',
	'Profil übertragen, Drucker eingerichtet.\nRückfrage: zweiter Bildschirm fehlt noch.',
	'Firmware aktualisiert ✅ – Kartenleser läuft wieder.',
	'Mailbox was full (49.9 GB). Archive created, "Sent" cleaned up; told the customer how.',
	'Could not reproduce, customer calls back if it happens again 🤷',
	'Updates installed, rebooted twice, all services up.',
	'Größe der Sicherung verdoppelt; Ursache: Ordner "Fotos".',
	'Nothing to bill, goodwill.',
] as const;

export const COMMENTS = [
	'Quick and friendly, thank you!',
	'Problem gelöst, danke 👍',
	'Had to wait a little, then it was fixed in minutes.',
	'Très bien.',
] as const;

/** A name as the local part of an address: lower case, plain letters, dots. */
export function emailOf(name: string): string {
	const plain = name
		.replace(/ß/g, 'ss')
		.replace(/[øØ]/g, 'o')
		.replace(/[łŁ]/g, 'l')
		.normalize('NFD')
		.replace(/[^A-Za-z -]/g, '');
	return `${plain.toLowerCase().replace(/ +/g, '.')}@example.com`;
}

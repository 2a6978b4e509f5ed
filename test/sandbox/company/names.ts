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

/** Tickets that the company's helpdesk has open: those of the example that writes notes to tickets. */
export const TICKETS = ['TICKET-1042', 'TICKET-1043', 'TICKET-1044'] as const;

/** A note that only fits what is not billed. */
export const GOODWILL = 'Nothing to bill, goodwill.';

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
	GOODWILL,
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

/** Teams of the company's own people. */
export const USER_GROUPS = ['Field service', 'First level', 'Evening shift'] as const;

/** Device groups, by where devices stand; the last is managed by somebody else. */
export const DEVICE_GROUPS = [
	'Shops north',
	'Shops south',
	'Practices',
	'Schools',
	'Servers',
	'Partner devices',
] as const;

/** People who may be hired. */
export const NEWCOMERS = [
	'Ingmar Feldkirchner',
	'Adaeze Winterbourne',
	'Loïc Bellerive',
	'Milena Horvatić',
	'Tobias Schnürle',
] as const;

/** People with a TeamViewer account who are nobody's contact yet. */
export const ACQUAINTANCES = [
	'Rosalind Eberhardsson',
	'Emeka Brightwell',
	'Saskia Vandermolen',
	'Björn Haldorsen',
] as const;

/** Alarms of the monitoring; types are numbers without documented names. */
export const ALARM_TEXTS = [
	{ type: 0, configuration: 'Disk space below 10 %', details: 'C: has 4 GB of 256 GB left' },
	{ type: 3, configuration: 'Processor load above 90 %', details: '97 % for 15 minutes' },
	{ type: 5, configuration: 'Windows service stopped', details: 'Print Spooler is stopped' },
	{ type: 9, configuration: 'Firewall inactive', details: 'The firewall of the profile is off' },
	{ type: 12, configuration: 'Updates pending', details: 'Last update 45 days ago' },
] as const;

/** Type: 0 none, 1 update, 2 security update, 3 hotfix. */
export const SOFTWARE = [
	{ name: 'TeamViewer', version: '15.71.4', type: 0 },
	{ name: 'Ledgerline Accounting', version: '8.2.1', type: 0 },
	{ name: 'Tillmaster POS', version: '5.0.12', type: 0 },
	{ name: 'Security Update for Tillmaster', version: '5.0.11', type: 2 },
	{ name: 'Label Printer Driver', version: '3.4', type: 1 },
] as const;

/** Severity: 0 not rated to 4 low; type: 1 security, 4 non-security. */
export const PATCHES = [
	{
		patch_id: 51001,
		severity: 1,
		product_name: 'Windows 11',
		bulletin_name: 'EX26-11-W11',
		bulletin_title: 'Cumulative update for Windows 11',
		bulletin_url: 'https://example.com/bulletins/EX26-11-W11',
		download_url: 'https://example.com/patches/51001',
		type: 1,
		kb: 'KB5999001',
		cve: ['CVE-2026-10001', 'CVE-2026-10002'],
		patch_details: 'Closes holes in the print spooler.',
	},
	{
		patch_id: 51002,
		severity: 3,
		product_name: 'Ledgerline Accounting',
		bulletin_name: 'EX26-10-LA',
		bulletin_title: 'Ledgerline Accounting 8.2.2',
		bulletin_url: 'https://example.com/bulletins/EX26-10-LA',
		download_url: 'https://example.com/patches/51002',
		type: 4,
		kb: '',
		cve: [],
		patch_details: 'Rounds again as it should.',
	},
	{
		patch_id: 51003,
		severity: 2,
		product_name: 'Tillmaster POS',
		bulletin_name: 'EX26-09-TM',
		bulletin_title: 'Tillmaster POS 5.0.13',
		bulletin_url: 'https://example.com/bulletins/EX26-09-TM',
		download_url: 'https://example.com/patches/51003',
		type: 1,
		kb: '',
		cve: ['CVE-2026-10044'],
		patch_details: 'Keeps card data out of the log.',
	},
] as const;

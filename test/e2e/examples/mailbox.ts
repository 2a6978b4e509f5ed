/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A mail server that keeps what it is given, in place of one that delivers it. */
export interface Mailbox {
	port: number;
	/** The mails as they came, without the encoding of their bodies; oldest first. */
	mails: string[];
	stop(): Promise<void>;
}

/** Speaks as much SMTP on loopback as n8n's "Send Email" needs, without a password. */
export async function startMailbox(): Promise<Mailbox> {
	const mails: string[] = [];
	const server = createServer((socket) => receive(socket, (mail) => mails.push(decoded(mail))));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		mails,
		stop: async () => {
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

function receive(socket: Socket, keep: (mail: string) => void): void {
	let unread = '';
	let mail: string[] | undefined;
	const hear = (line: string): string | undefined => {
		if (mail === undefined) {
			if (/^DATA/i.test(line)) mail = [];
			if (/^QUIT/i.test(line)) socket.end();
			return mail === undefined ? '250 OK' : '354 Go on';
		}
		if (line !== '.') {
			mail.push(line);
			return undefined;
		}
		keep(mail.join('\r\n'));
		mail = undefined;
		return '250 OK';
	};
	socket.on('data', (chunk) => {
		const lines = (unread + chunk.toString()).split('\r\n');
		unread = lines.pop() ?? '';
		for (const line of lines) {
			const reply = hear(line);
			if (reply !== undefined && socket.writable) socket.write(`${reply}\r\n`);
		}
	});
	socket.on('error', () => socket.destroy());
	socket.write('220 A mailbox\r\n');
}

/** Without "quoted-printable", the way in which mails write long lines and signs of their own. */
function decoded(mail: string): string {
	return mail
		.replace(/=\r\n/g, '')
		.replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The address of the link in a mail whose address has this in it. @throws where there is none */
export function linkIn(mail: string, part: string): string {
	const links = [...mail.matchAll(/href="([^"]+)"/g)].map(([, link = '']) => link);
	const link = links.find((each) => each.includes(part));
	if (link === undefined) throw new Error(`The mail has no link with "${part}": ${mail}`);
	return link.replaceAll('&amp;', '&');
}

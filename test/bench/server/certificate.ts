import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** What a TLS server needs to be believed, in PEM. */
export interface ServerCertificate {
	key: string;
	cert: string;
	/** The authority that signed it, for `NODE_EXTRA_CA_CERTS`. */
	ca: string;
}

/** Elliptic curves, as large sites use them: the handshake is then cheap for the server. */
const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

/** Valid for one run of the benchmark, with room for clocks that differ. */
const VALID_MS = 24 * 3_600_000;

/** Makes an authority whose key is thrown away at once, and lets it sign for one host. */
export async function certificateFor(host: string): Promise<ServerCertificate> {
	x509.cryptoProvider.set(webcrypto as Crypto);
	const validity = {
		notBefore: new Date(Date.now() - VALID_MS),
		notAfter: new Date(Date.now() + VALID_MS),
		signingAlgorithm: ALGORITHM,
	};
	const authorityKeys = await newKeys();
	const authority = await x509.X509CertificateGenerator.createSelfSigned({
		...validity,
		name: 'CN=n8n-nodes-teamviewer benchmark, O=For tests only',
		keys: authorityKeys,
		extensions: [new x509.BasicConstraintsExtension(true, undefined, true)],
	});
	const keys = await newKeys();
	const certificate = await x509.X509CertificateGenerator.create({
		...validity,
		subject: `CN=${host}`,
		issuer: authority.subject,
		publicKey: keys.publicKey,
		signingKey: authorityKeys.privateKey,
		extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
	});
	const privateKey = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
	return {
		key: x509.PemConverter.encode(privateKey, 'PRIVATE KEY'),
		cert: certificate.toString('pem'),
		ca: authority.toString('pem'),
	};
}

async function newKeys(): Promise<CryptoKeyPair> {
	return await webcrypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, is never shipped */
import { readFile } from 'node:fs/promises';
import type { PackedPackage } from './packedPackage';
import type { Site } from './proxy';

/**
 * An npm registry that knows one package, in one version. n8n installs community packages from npm's public
 * registry: it asks `GET /<name>/<version>`, then lets `npm pack` ask `GET /<name>` and fetch the tarball
 * (n8n's `community-packages.service`).
 *
 * The host does not matter: whoever asks for a path that begins with the package's name means the registry.
 */
export function npmRegistryFor({
	manifest,
	file,
	fileName,
	integrity,
	shasum,
}: PackedPackage): Site {
	const { name, version } = manifest;
	const tarballPath = `/${name}/-/${fileName}`;
	const release = (origin: string) => ({
		...manifest,
		_id: `${name}@${version}`,
		dist: { integrity, shasum, tarball: `${origin}${tarballPath}` },
	});
	return {
		owns: ({ pathname }) => decodeURIComponent(pathname).split('/')[1] === name,
		async answer(request) {
			const { origin, pathname } = new URL(request.url);
			switch (decodeURIComponent(pathname)) {
				case `/${name}`:
					return Response.json({
						_id: name,
						name,
						'dist-tags': { latest: version },
						versions: { [version]: release(origin) },
					});
				case `/${name}/latest`:
				case `/${name}/${version}`:
					return Response.json(release(origin));
				case tarballPath:
					return new Response(new Uint8Array(await readFile(file)), {
						headers: { 'content-type': 'application/octet-stream' },
					});
				default:
					return Response.json({ error: 'Not found' }, { status: 404 });
			}
		},
	};
}

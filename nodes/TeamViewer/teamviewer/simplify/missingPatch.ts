import type { MissingPatch } from '../types';
import { pick, type Simple } from './pick';

/** Which update it is, how urgent, and whether it can be installed. */
const FIELDS = [
	'patch_id',
	'severity',
	'product_name',
	'bulletin_title',
	'type',
	'kb',
	'release_date',
	'patch_size',
	'installable',
] as const;

/** Picks the fields that most workflows use, names and values untouched; the list of CVE numbers becomes one text. */
export function simplifyMissingPatch(patch: MissingPatch): Simple {
	const cve: unknown = patch.cve;
	return { ...pick(patch, FIELDS), ...(Array.isArray(cve) && { cve: cve.join(', ') }) };
}

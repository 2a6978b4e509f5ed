/** Types of events, as filters spell them (OpenAPI document). */
export const EVENT_TYPES = [
	'UserProfile',
	'Session',
	'CustomModules',
	'Policy',
	'CompanyAdministration',
	'GroupManagement',
	'ConditionalAccess',
	'LicenseManagement',
	'UserGroups',
	'CompanyAddressBook',
	'SingleSignOnManagement',
	'UserRole',
	'TFAEnforcement',
	'DeviceManagement',
	'DeviceGroupManagement',
	'CompanySettings',
	'OrganizationalUnit',
] as const;

/** `ScriptTokenAdded`, as filters take it, for `Script token added`, as answers spell it. */
export function codeOf(words: string): string {
	return words
		.split(/[\s-]+/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join('');
}

/** A command of TeamViewer's PowerShell module, as of August 2026, and what it calls. */
export interface Command {
	name: string;
	/** As this node sends it, without the base address. */
	call: string;
	/** `resource.operation`, as saved workflows hold them. */
	operations: string[];
}

/** A command that has no operation, on purpose. */
export interface LeftOut {
	name: string;
	call: string;
	why: string;
}

const managed = (rest: string) => `/managed/{devices|groups}/{id}/${rest}`;

/** What is released and calls the API, and has an operation. */
export const COVERED: Command[] = [
	covered(
		'Add-TeamViewerManagedDevice',
		'POST /managed/groups/{id}/devices',
		'deviceGroup.addDevice',
	),
	covered('Add-TeamViewerManager', `POST ${managed('managers')}`, 'manager.add'),
	covered('Add-TeamViewerSsoExclusion', 'POST /ssoDomain/{id}/exclusion', 'ssoDomain.addEmails'),
	covered('Add-TeamViewerSsoInclusion', 'POST /ssoDomain/{id}/inclusion', 'ssoDomain.addEmails'),
	covered('Add-TeamViewerUserGroupMember', 'POST /usergroups/{id}/members', 'userGroup.addMembers'),
	covered(
		'Add-TeamViewerUserGroupToRole',
		'POST /userroles/assign/usergroup',
		'role.assignToUserGroup',
	),
	covered('Add-TeamViewerUserToRole', 'POST /userroles/assign/account', 'role.assignToUsers'),
	covered('Get-TeamViewerAccount', 'GET /account', 'account.get'),
	covered('Get-TeamViewerCompany', 'GET /company', 'company.get'),
	covered(
		'Get-TeamViewerCompanyManagedDevice',
		'GET /managed/devices/company',
		'managedDevice.getAll',
	),
	covered('Get-TeamViewerConnectionReport', 'GET /reports/connections', 'connectionReport.getAll'),
	covered('Get-TeamViewerContact', 'GET /contacts[/{id}]', 'contact.getAll', 'contact.get'),
	covered('Get-TeamViewerDevice', 'GET /devices[/{id}]', 'device.getAll', 'device.get'),
	covered(
		'Get-TeamViewerEffectivePermission',
		'GET /users/effectivepermissions',
		'account.getPermissions',
	),
	covered('Get-TeamViewerEventLog', 'POST /EventLogging', 'auditEvent.getAll'),
	covered('Get-TeamViewerGroup', 'GET /groups[/{id}]', 'group.getAll', 'group.get'),
	covered('Get-TeamViewerLicense', 'GET /company/license', 'company.getLicenses'),
	covered(
		'Get-TeamViewerManagedDevice',
		'GET /managed/devices[/{id}], /managed/groups/{id}/[pending-]devices',
		'managedDevice.getAll',
		'managedDevice.get',
		'deviceGroup.getDevices',
	),
	covered(
		'Get-TeamViewerManagedGroup',
		'GET /managed/groups[/{id}], /managed/devices/{id}/groups',
		'deviceGroup.getAll',
		'deviceGroup.get',
	),
	covered('Get-TeamViewerManager', `GET ${managed('managers')}`, 'manager.getAll'),
	covered('Get-TeamViewerPolicy', 'GET /teamviewerpolicies[/{id}]', 'policy.getAll', 'policy.get'),
	covered('Get-TeamViewerPredefinedRole', 'GET /userroles/predefined', 'role.getPredefined'),
	covered('Get-TeamViewerRole', 'GET /userroles', 'role.getAll'),
	covered('Get-TeamViewerRoleByUser', 'GET /users/{id}/userroles', 'user.getRoles'),
	covered('Get-TeamViewerRoleByUserGroup', 'GET /usergroups/{id}/userroles', 'userGroup.getRole'),
	covered('Get-TeamViewerRolePermission', 'GET /userroles/permissions', 'role.getPermissions'),
	covered('Get-TeamViewerSsoDomain', 'GET /ssoDomain[/{id}]', 'ssoDomain.getAll', 'ssoDomain.get'),
	covered('Get-TeamViewerSsoExclusion', 'GET /ssoDomain/{id}/exclusion', 'ssoDomain.getEmails'),
	covered('Get-TeamViewerSsoInclusion', 'GET /ssoDomain/{id}/inclusion', 'ssoDomain.getEmails'),
	covered('Get-TeamViewerUser', 'GET /users[/{id}]', 'user.getAll', 'user.get'),
	covered('Get-TeamViewerUserByRole', 'GET /userroles/assignments/account', 'role.getUsers'),
	covered('Get-TeamViewerUserGroup', 'GET /usergroups[/{id}]', 'userGroup.getAll', 'userGroup.get'),
	covered(
		'Get-TeamViewerUserGroupByRole',
		'GET /userroles/assignments/usergroups',
		'role.getUserGroups',
	),
	covered('Get-TeamViewerUserGroupMember', 'GET /usergroups/{id}/members', 'userGroup.getMembers'),
	covered(
		'Move-TeamViewerManagedDevice',
		'PUT /managed/devices/{id}/groups',
		'managedDevice.changeGroups',
	),
	covered('New-TeamViewerContact', 'POST /contacts', 'contact.create'),
	covered('New-TeamViewerDevice', 'POST /devices', 'device.create'),
	covered('New-TeamViewerGroup', 'POST /groups', 'group.create'),
	covered('New-TeamViewerManagedGroup', 'POST /managed/groups', 'deviceGroup.create'),
	covered('New-TeamViewerPolicy', 'POST /teamviewerpolicies', 'policy.create'),
	covered('New-TeamViewerRole', 'POST /userroles', 'role.create'),
	covered('New-TeamViewerUser', 'POST /users', 'user.create'),
	covered('New-TeamViewerUserGroup', 'POST /usergroups', 'userGroup.create'),
	covered('Publish-TeamViewerGroup', 'POST /groups/{id}/share_group', 'group.share'),
	covered('Remove-TeamViewerContact', 'DELETE /contacts/{id}', 'contact.delete'),
	covered('Remove-TeamViewerDevice', 'DELETE /devices/{id}', 'device.delete'),
	covered('Remove-TeamViewerGroup', 'DELETE /groups/{id}', 'group.delete'),
	covered(
		'Remove-TeamViewerManagedDevice',
		'DELETE /managed/groups/{id}/devices/{deviceId}',
		'deviceGroup.removeDevice',
	),
	covered(
		'Remove-TeamViewerManagedDeviceManagement',
		'DELETE /managed/devices/{id}',
		'managedDevice.delete',
	),
	covered('Remove-TeamViewerManagedGroup', 'DELETE /managed/groups/{id}', 'deviceGroup.delete'),
	covered(
		'Remove-TeamViewerManager',
		`DELETE ${managed('managers/{managerId}')}`,
		'manager.remove',
	),
	covered('Remove-TeamViewerPolicy', 'DELETE /teamviewerpolicies/{id}', 'policy.delete'),
	covered(
		'Remove-TeamViewerPolicyFromManagedDevice',
		'PUT /managed/devices/{id}/policy/remove',
		'managedDevice.removePolicy',
	),
	covered(
		'Remove-TeamViewerPolicyFromManagedGroup',
		'PUT /managed/groups/{id}/policy/remove',
		'deviceGroup.removePolicy',
	),
	covered(
		'Remove-TeamViewerPredefinedRole',
		'DELETE /userroles/predefined',
		'role.clearPredefined',
	),
	covered('Remove-TeamViewerRole', 'DELETE /userroles', 'role.delete'),
	covered(
		'Remove-TeamViewerSsoExclusion',
		'DELETE /ssoDomain/{id}/exclusion',
		'ssoDomain.removeEmails',
	),
	covered(
		'Remove-TeamViewerSsoInclusion',
		'DELETE /ssoDomain/{id}/inclusion',
		'ssoDomain.removeEmails',
	),
	covered('Remove-TeamViewerUser', 'DELETE /users/{id}', 'user.delete'),
	covered(
		'Remove-TeamViewerUserFromRole',
		'POST /userroles/unassign/account',
		'role.unassignFromUsers',
	),
	covered('Remove-TeamViewerUserGroup', 'DELETE /usergroups/{id}', 'userGroup.delete'),
	covered(
		'Remove-TeamViewerUserGroupFromRole',
		'POST /userroles/unassign/usergroup',
		'role.unassignFromUserGroup',
	),
	covered(
		'Remove-TeamViewerUserGroupMember',
		'DELETE /usergroups/{id}/members',
		'userGroup.removeMembers',
	),
	covered('Remove-TeamViewerUserTFA', 'DELETE /users/{id}/tfa', 'user.resetTfa'),
	covered('Set-TeamViewerAccount', 'PUT /account', 'account.update'),
	covered('Set-TeamViewerCompany', 'PUT /company', 'company.update'),
	covered('Set-TeamViewerDevice', 'PUT /devices/{id}', 'device.update'),
	covered('Set-TeamViewerGroup', 'PUT /groups/{id}', 'group.update'),
	covered(
		'Set-TeamViewerManagedDevice',
		'PUT /managed/devices/{id}[/description]',
		'managedDevice.update',
	),
	covered('Set-TeamViewerManagedGroup', 'PUT /managed/groups/{id}', 'deviceGroup.update'),
	covered('Set-TeamViewerManager', `PUT ${managed('managers/{managerId}')}`, 'manager.update'),
	covered('Set-TeamViewerPolicy', 'PUT /teamviewerpolicies/{id}', 'policy.update'),
	covered('Set-TeamViewerPredefinedRole', 'PUT /userroles/{id}/predefined', 'role.setPredefined'),
	covered('Set-TeamViewerRole', 'PUT /userroles', 'role.update'),
	covered('Set-TeamViewerUser', 'PUT /users/{id}', 'user.update'),
	covered('Set-TeamViewerUserGroup', 'PUT /usergroups/{id}', 'userGroup.update'),
	covered('Unpublish-TeamViewerGroup', 'POST /groups/{id}/unshare_group', 'group.unshare'),
];

/** Released too, and done, but by the credential. */
export const PING = { name: 'Invoke-TeamViewerPing', call: 'GET /ping' };

const UNRELEASED = 'Custom fields are in no released version of the module yet.';
const FIELDS = '/device-custom-fields';
const VALUES = '/managed/devices/{id}/custom-fields';

export const LEFT_OUT: LeftOut[] = [
	{
		name: 'Remove-TeamViewerCompany',
		call: 'DELETE /company',
		why: 'It deletes the whole company, for good. No workflow should be able to.',
	},
	{ name: 'Get-TeamViewerDeviceCustomField', call: `GET ${VALUES}`, why: UNRELEASED },
	{ name: 'Get-TeamViewerDeviceCustomFieldConfiguration', call: `GET ${FIELDS}`, why: UNRELEASED },
	{ name: 'New-TeamViewerDeviceCustomFieldConfiguration', call: `POST ${FIELDS}`, why: UNRELEASED },
	{
		name: 'Remove-TeamViewerDeviceCustomField',
		call: `DELETE ${VALUES}/{fieldKeyId}`,
		why: UNRELEASED,
	},
	{
		name: 'Remove-TeamViewerDeviceCustomFieldConfiguration',
		call: `DELETE ${FIELDS}/{fieldKeyId}`,
		why: UNRELEASED,
	},
	{
		name: 'Set-TeamViewerDeviceCustomField',
		call: `POST ${VALUES}/{fieldKeyId}`,
		why: UNRELEASED,
	},
	{
		name: 'Set-TeamViewerDeviceCustomFieldConfiguration',
		call: `PUT ${FIELDS}/{fieldKeyId}`,
		why: UNRELEASED,
	},
];

/** They work on the computer that they run on and call no API. */
export const LOCAL: string[] = [
	'Add-TeamViewerAssignment',
	'Add-TeamViewerCustomization',
	'Connect-TeamViewerApi',
	'Disconnect-TeamViewerApi',
	'Get-TeamViewerCustomModuleId',
	'Get-TeamViewerId',
	'Get-TeamViewerInstallationDirectory',
	'Get-TeamViewerInstallationPackage',
	'Get-TeamViewerInstallationType',
	'Get-TeamViewerLogFilePath',
	'Get-TeamViewerManagementId',
	'Get-TeamViewerService',
	'Get-TeamViewerVersion',
	'Invoke-TeamViewerPackageDownload',
	'Remove-TeamViewerAssignment',
	'Remove-TeamViewerCustomization',
	'Remove-TeamViewerPSProxy',
	'Restart-TeamViewerService',
	'Set-TeamViewerAPIUri',
	'Set-TeamViewerPSProxy',
	'Start-TeamViewerService',
	'Stop-TeamViewerService',
	'Test-TeamViewerConnectivity',
	'Test-TeamViewerInstallation',
];

function covered(name: string, call: string, ...operations: string[]): Command {
	return { name, call, operations };
}

import type { Fact } from '../fact';
import { shaped } from '../shape';

const PS = "TeamViewer's PowerShell module";

export const company: Fact[] = [
	shaped(
		'The company comes with id and name, not wrapped',
		PS,
		async (api) => [await api.one('/company')],
		{ companyId: 'number', companyName: 'text' },
	),
	shaped(
		"The company's licences come in available_licenses",
		PS,
		async (api) => await api.list('/company/license', 'available_licenses'),
		{ licenseId: 'text', licenseName: 'text', isActive: 'boolean?', assignedUsers: 'number?' },
	),
];

import type {
	IDataObject,
	INodeProperties,
	INodeTypeDescription,
	NodeParameterValueType,
} from 'n8n-workflow';

/**
 * The parameters of a node whose every optional field is added, each with its default, as if a person had added them
 * one by one.
 *
 * @param chosen the resource and operation, or the trigger's event, that decide which fields there are
 */
export function unfolded(
	{ properties }: INodeTypeDescription,
	chosen: Record<string, string>,
): IDataObject {
	const collections = properties
		.filter((property) => property.type === 'collection' && isShown(property, chosen))
		.map(({ name, options = [] }) => [
			name,
			Object.fromEntries(options.map((field) => [field.name, defaultOf(field as INodeProperties)])),
		]);
	return { ...chosen, ...Object.fromEntries(collections) };
}

/** The labels that such a node shows, optional fields included. */
export function labelsOf(
	{ properties }: INodeTypeDescription,
	chosen: Record<string, string>,
): string[] {
	return properties
		.filter(
			(property) =>
				property.type !== 'notice' &&
				property.name !== 'authentication' &&
				isShown(property, chosen),
		)
		.flatMap(({ type, displayName, options = [] }) =>
			type === 'collection'
				? [displayName, ...options.map((field) => (field as INodeProperties).displayName)]
				: [displayName],
		);
}

/** Whether the choices show the field; a field that asks for another parameter is shown where that has its default. */
function isShown({ displayOptions }: INodeProperties, chosen: Record<string, string>): boolean {
	return Object.entries(displayOptions?.show ?? {}).every(
		([name, values]) => chosen[name] === undefined || values?.includes(chosen[name]),
	);
}

function defaultOf({ type, default: value }: INodeProperties): NodeParameterValueType {
	return type === 'resourceLocator'
		? ({ __rl: true, ...(value as object) } as NodeParameterValueType)
		: value;
}

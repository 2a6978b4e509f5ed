import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';

import type { Item } from './item';

/** What an operation gives for one input item; the loop over the items adds a missing `pairedItem`. */
export type Output = Pick<INodeExecutionData, 'json' | 'binary' | 'pairedItem'>;

/** One thing a user can do: what n8n shows of it, and how it is done for one input item. */
export interface Operation {
	/** In the drop-down: `Get Many`. */
	name: string;
	/** In the node panel, sentence case: `Get connection reports`. */
	action: string;
	/** Under the drop-down's entry; also what an AI agent reads. */
	description: string;
	/** Its fields; the table of operations adds for which resource and operation each is shown. */
	fields: INodeProperties[];
	run: (item: Item) => Promise<Output[]>;
}

/** What a user can do something with. */
export interface Resource {
	/** In the drop-down: `Connection Report`. */
	name: string;
	/** By the value that saved workflows hold. */
	operations: Record<string, Operation>;
}

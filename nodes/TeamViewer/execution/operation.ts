import type { IBinaryKeyData, INodeExecutionData } from 'n8n-workflow';

import type { Fields, Values, Workflow } from '../fields/field';
import type { TeamViewerClient } from '../teamviewer/client';

/** What an operation gives for one input item. */
export type Output = Pick<INodeExecutionData, 'json' | 'binary' | 'pairedItem'>;

/** What an operation works with, beside the values of its fields. */
export interface Context {
	/** The way to TeamViewer. */
	readonly teamviewer: TeamViewerClient;
	readonly workflow: Workflow;
	/** Makes an output of a record, paired with its input item. */
	output: (record: object, binary?: IBinaryKeyData) => Output;
	/** Tells the user something beside the data, once for all items. */
	hint: (message: string) => void;
	/** The same of a list that was cut, where n8n does not tell it. */
	hintOfCutList: (message: string) => void;
	/** Hands a file to n8n, which keeps it where binary data is kept. */
	prepareFile: (bytes: Buffer, name?: string, mimeType?: string) => Promise<IBinaryKeyData[string]>;
}

/** One thing a user can do: what n8n shows of it, and how it is done for one input item. */
export interface Operation<F extends Fields = Fields> {
	/** In the drop-down: `Get Many`. */
	name: string;
	/** In the node panel, sentence case: `Get connection reports`. */
	action: string;
	/** Under the drop-down's entry; also what an AI agent reads. */
	description: string;
	/** Its parameters by their names, in the order in which n8n shows them. */
	fields: F;
	/** Whether it changes something at TeamViewer: then fewer run side by side, and an error tells how many were done. */
	changes?: boolean;
	/** Refuses what several fields say together; nothing has been sent yet. */
	check?: (values: Values<F>) => void;
	run: (values: Values<F>, context: Context) => Promise<Output[]>;
}

/** Infers what `run` gets from the fields. */
export function operation<F extends Fields>(one: Operation<F>): Operation {
	return one as unknown as Operation;
}

/** What a user can do something with. */
export interface Resource {
	/** In the drop-down: `Connection Report`. */
	name: string;
	/** Under the drop-down's entry: which question it answers, so that what sounds alike is told apart. */
	description: string;
	/** By the value that saved workflows hold. */
	operations: Record<string, Operation>;
}

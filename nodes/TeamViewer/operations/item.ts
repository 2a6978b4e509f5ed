import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import { readSwitch } from '../inputs/text';
import type { TeamViewerClient } from '../teamviewer/client';
import { isNews } from './said';

/** One input item under work: its parameters, with expressions resolved for it, and the way to TeamViewer. */
export class Item {
	constructor(
		readonly execution: IExecuteFunctions,
		readonly client: TeamViewerClient,
		readonly index: number,
	) {}

	/** A parameter's value for this item; `fallback` where the user never touched it. */
	parameter(name: string, fallback?: unknown): unknown {
		return this.execution.getNodeParameter(name, this.index, fallback);
	}

	/** A collection's filled-in fields; empty where the user added none. */
	collection(name: 'additionalFields' | 'filters' | 'updateFields'): IDataObject {
		const value = this.parameter(name, {});
		return typeof value === 'object' && value !== null ? (value as IDataObject) : {};
	}

	/** Whether the user wants the short form of the answer. */
	get simplify(): boolean {
		return readSwitch(this.parameter('simplify', true), 'Simplify') !== 'false';
	}

	/** What dates without an offset are meant in. */
	get timezone(): string {
		return this.execution.getTimezone();
	}

	/** Tells the user something beside the data, once for all items, where this n8n can show hints. */
	hint(message: string): void {
		if (!isNews(this.execution, message)) return;
		this.execution.addExecutionHints?.({ message, location: 'outputPane' });
	}
}

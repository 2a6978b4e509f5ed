import { createSandbox, type Sandbox } from '../../sandbox';
import type { User } from '../../sandbox/company/types';
import { ExampleRunner } from '../examples/ExampleRunner';
import { FormVisitor } from '../examples/FormVisitor';
import { startMailbox, type Mailbox } from '../examples/mailbox';
import { startStandInSheet, type StandInSheet } from '../examples/standInSheet';
import { sendTo } from '../examples/webhook';

const FOLDER = 'lifecycle-swaps';

/** One n8n for all examples about people, devices and assistants, and the other systems that their notes name. */
export class SwapStage {
	private constructor(
		readonly sandbox: Sandbox,
		readonly examples: ExampleRunner,
		readonly visitor: FormVisitor,
		readonly mailbox: Mailbox,
		readonly sheet: StandInSheet,
	) {}

	static async start(): Promise<SwapStage> {
		const sandbox = createSandbox();
		const examples = await ExampleRunner.start(sandbox, {
			folder: FOLDER,
			timeZone: 'Europe/Berlin',
			modelUrl: 'https://api.openai.com/v1',
		});
		const sheet = await startStandInSheet('device_id');
		const mailbox = await startMailbox();
		let visitor: FormVisitor | undefined;
		try {
			visitor = await FormVisitor.signIn(examples.stage, FOLDER);
			return new SwapStage(sandbox, examples, visitor, mailbox, sheet);
		} finally {
			if (visitor === undefined) await stopAll(examples, sheet, mailbox);
		}
	}

	/** Sends fields to the webhook of a published example. @returns what it answers */
	async send(path: string, fields: object): Promise<string> {
		return await sendTo(this.examples.stage.n8n, path, fields);
	}

	userOf(email: string): User | undefined {
		return this.sandbox.company.users.find((user) => user.email === email);
	}

	async stop(): Promise<void> {
		await this.visitor.leave();
		await stopAll(this.examples, this.sheet, this.mailbox);
	}
}

async function stopAll(...parts: Array<{ stop(): Promise<void> }>): Promise<void> {
	for (const part of parts) await part.stop();
}

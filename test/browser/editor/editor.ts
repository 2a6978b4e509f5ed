import type { Page } from 'playwright-core';
import type { Owner } from '../../n8n/n8nSession';
import { CredentialDialog } from './credentialDialog';
import { ExecutionList } from './executionList';
import { NodePanel } from './nodePanel';
import { NodeView } from './nodeView';

/** n8n's editor, as a person in front of it knows it. */
export class Editor {
	readonly nodePanel: NodePanel;
	readonly nodeView: NodeView;
	readonly credentialDialog: CredentialDialog;
	readonly executions: ExecutionList;

	constructor(
		readonly page: Page,
		/** n8n's address without a slash at the end. */
		private readonly url: string,
	) {
		this.nodePanel = new NodePanel(page);
		this.nodeView = new NodeView(page);
		this.credentialDialog = new CredentialDialog(page);
		this.executions = new ExecutionList(page);
	}

	async signIn({ email, password }: Owner): Promise<void> {
		await this.page.goto(`${this.url}/signin`);
		await this.page.getByTestId('emailOrLdapLoginId').getByRole('textbox').fill(email);
		await this.page.getByTestId('password').locator('input').fill(password);
		await this.page.getByTestId('form-submit-button').click();
		await this.page.waitForURL(/\/home\//);
	}

	async openNewWorkflow(): Promise<void> {
		await this.page.goto(`${this.url}/workflow/new`);
		await this.page.getByTestId('canvas-add-button').waitFor();
	}

	async openWorkflow(id: string): Promise<void> {
		await this.page.goto(`${this.url}/workflow/${id}`);
		await this.page.getByTestId('canvas-node').first().waitFor();
	}

	/** Opens a node of the canvas. */
	async openNode(name: string): Promise<void> {
		await this.node(name).dblclick();
		await this.nodeView.root.waitFor();
	}

	/** The node on the canvas. */
	node(name: string) {
		return this.page.getByTestId('canvas-node').filter({ hasText: name });
	}

	/** Switches the operating system, which n8n follows, to its dark or light colours; a node of TeamViewer's is open. */
	async switchLights(lights: 'on' | 'off'): Promise<void> {
		await this.page.emulateMedia({ colorScheme: lights === 'on' ? 'light' : 'dark' });
		const icon = lights === 'on' ? 'teamviewer.svg' : 'teamviewer.dark.svg';
		await this.nodeView.root.locator(`img[src$="${icon}"]`).first().waitFor();
	}

	/** The id of the workflow that is open. */
	get workflowId(): string {
		const [, id] = /\/workflow\/([^/?]+)/.exec(this.page.url()) ?? [];
		if (id === undefined) throw new Error(`No workflow is open at ${this.page.url()}`);
		return id;
	}

	/** Publishes the open workflow, and waits until n8n says that it is live. */
	async publish(): Promise<void> {
		await this.page.getByTestId('workflow-open-publish-modal-button').click();
		await this.page.getByTestId('workflow-publish-button').click();
		await this.page.getByTestId('activation-modal').waitFor();
	}

	/** Reads n8n's notice that the workflow is live, and puts it away. */
	async acknowledgePublishing(): Promise<string> {
		const notice = this.page.getByTestId('activation-modal');
		const text = await notice.innerText();
		await notice.getByRole('button', { name: 'Got it' }).click();
		await notice.waitFor({ state: 'hidden' });
		return text;
	}
}

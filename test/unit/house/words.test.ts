/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the sources */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import ts from 'typescript';

import { RESOURCES } from '../../../nodes/TeamViewer/operations';
import { TeamViewer } from '../../../nodes/TeamViewer/TeamViewer.node';
import { TeamViewerTrigger } from '../../../nodes/TeamViewer/TeamViewerTrigger.node';

/** n8n shows so many characters of what stands below an option, on two lines; the rest is cut off (seen in 2.41). */
const LONGEST_LINE = 112;

/** Words that n8n's users do not know, or know as something else. */
const JARGON = /\buser (access )?tokens?\b|\bbinary\b/i;

const { properties: actions } = new TeamViewer().description;
const { properties: events } = new TeamViewerTrigger().description;
const all = [...actions, ...events].flatMap(withInner);

/** A parameter with those inside it. */
function withInner(property: INodeProperties): INodeProperties[] {
	const inner = (property.options ?? []).filter((option) => 'displayName' in option);
	return [property, ...(inner as INodeProperties[]).flatMap(withInner)];
}

/** Every text in the sources, without comments and names. */
function textsIn(file: string): string[] {
	const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
	const texts: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) texts.push(node.text);
		if (ts.isTemplateMiddleOrTemplateTail(node)) texts.push(node.text);
		ts.forEachChild(node, visit);
	};
	visit(source);
	return texts;
}

it('No text of the nodes, the credentials and the errors speaks jargon', () => {
	const texts = ['nodes', 'credentials'].flatMap((folder) =>
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.ts'))
			.flatMap((file) => textsIn(path.join(folder, file))),
	);
	expect(texts.length).toBeGreaterThan(2_000);
	// The type of what n8n hands over is called so.
	expect(texts.filter((text) => text !== 'binary' && JARGON.test(text))).toEqual([]);
});

it("Every date says that the workflow's time zone counts", () => {
	const dates = all.filter(({ type }) => type === 'dateTime');
	expect(dates.length).toBeGreaterThanOrEqual(9);
	for (const { displayName, description } of dates) {
		expect([displayName, description]).toEqual([
			displayName,
			expect.stringContaining("in the workflow's time zone"),
		]);
	}
});

it('Every resource, operation and event says what it is for, on two lines of a drop-down', () => {
	const options = all
		.filter(({ name }) => ['resource', 'operation', 'triggerOn'].includes(name))
		.flatMap((property) => property.options as INodePropertyOptions[]);
	expect(options.length).toBeGreaterThan(130);
	for (const { name, description = '' } of options) {
		expect([name, description]).toEqual([name, expect.stringMatching(/\w+ \w+/)]);
		expect([name, description.length]).toEqual([name, Math.min(description.length, LONGEST_LINE)]);
	}
});

it('What is filtered by a TeamViewer ID is called so', () => {
	const ids = all.filter(({ placeholder }) => placeholder === 'e.g. 123 456 789');
	expect(ids.length).toBeGreaterThanOrEqual(6);
	for (const { displayName } of ids) expect(displayName).toMatch(/\bTeamViewer ID$/);
});

it('Filters with two ways name both, and keep the values that saved workflows hold', () => {
	for (const wanted of ['hasCode', 'shared', 'pending']) {
		const found = all.filter(({ name }) => name === wanted);
		expect(found.length).toBeGreaterThan(0);
		for (const { type, options = [] } of found) {
			expect(type).toBe('options');
			const values = (options as INodePropertyOptions[]).map(({ value }) => value);
			expect(new Set(values)).toEqual(new Set([true, false]));
		}
	}
});

it("n8n's builder is told what the nodes are for, and its loader takes it", () => {
	for (const { description } of [new TeamViewer(), new TeamViewerTrigger()]) {
		expect(description.builderHint?.searchHint).toMatch(/\w+ \w+/);
		expect(description.builderHint?.relatedNodes?.length).toBeGreaterThan(0);
	}
	// On a resource or an operation, n8n's loader refuses the whole node.
	expect(JSON.stringify([...actions, ...events])).not.toContain('builderHint');
});

/** Operations after which something is gone. */
const DESTROYS =
	/^(delete|remove|unassign|unshare|clear|reset|close)|^(manager|policy|role) update$/;

it('What destroys says so in its first word, which an AI agent and its reviewer read', () => {
	const destroying = Object.entries(RESOURCES).flatMap(([resource, { operations }]) =>
		Object.entries(operations)
			.filter(([name]) => DESTROYS.test(name) || DESTROYS.test(`${resource} ${name}`))
			.map(([, { description }]) => description),
	);
	expect(destroying.length).toBeGreaterThan(20);
	const first = /^(Delete|Remove|Replace|Take|Stop|Close) /;
	expect(destroying.filter((description) => !first.test(description))).toEqual([]);
});

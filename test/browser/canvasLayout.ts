import type { IConnections, INode } from 'n8n-workflow';

/** What a node or note covers on n8n's canvas, in its pixels; the name below a node is part of it. */
export interface Box {
	left: number;
	top: number;
	right: number;
	bottom: number;
}

/** A node is a square of this many pixels; one that has tools is wider, with its name inside. */
const NODE = 96;
const WITH_TOOLS_WIDTH = 256;
const WITH_TOOLS = /\.(agent|mcpTrigger)$/;

/** Below a node stand its name, in up to two lines, and its subtitle. */
const NAME_HEIGHT = 60;

export function boxOf({ type, position: [left, top], parameters }: INode): Box {
	if (isNote(type)) {
		const { width, height } = parameters;
		return { left, top, right: left + Number(width), bottom: top + Number(height) };
	}
	const width = WITH_TOOLS.test(type) ? WITH_TOOLS_WIDTH : NODE;
	return { left, top, right: left + width, bottom: top + NODE + NAME_HEIGHT };
}

/** What all of them cover together. */
export function boxAround(nodes: INode[]): Box {
	const boxes = nodes.map(boxOf);
	return {
		left: Math.min(...boxes.map(({ left }) => left)),
		top: Math.min(...boxes.map(({ top }) => top)),
		right: Math.max(...boxes.map(({ right }) => right)),
		bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
	};
}

/** A node that leads nowhere has a line to the right, with a plus at its end, as wide as this. */
const PLUS = 88;

/** The notes that cover the plus of a node beside them, by both names. */
export function coveredPluses(nodes: INode[], connections: IConnections): string[] {
	const last = nodes.filter(({ name, type }) => !isNote(type) && connections[name] === undefined);
	return last.flatMap((node) => {
		const { left, top, right } = boxOf(node);
		const reach = { left, top, right: right + PLUS, bottom: top + NODE };
		return nodes
			.filter((note) => isNote(note.type) && cover(reach, boxOf(note)))
			.map((note) => `${note.name} covers the plus of ${node.name}`);
	});
}

/** The pairs that lie on one another, by their names. */
export function overlaps(nodes: INode[]): string[] {
	return nodes.flatMap((one, i) =>
		nodes
			.slice(i + 1)
			.filter((other) => cover(boxOf(one), boxOf(other)))
			.map((other) => `${one.name} and ${other.name}`),
	);
}

function isNote(type: string): boolean {
	return type === 'n8n-nodes-base.stickyNote';
}

function cover(one: Box, other: Box): boolean {
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}

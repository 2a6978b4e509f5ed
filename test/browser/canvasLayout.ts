import type { INode } from 'n8n-workflow';

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
	if (type === 'n8n-nodes-base.stickyNote') {
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

/** The pairs that lie on one another, by their names. */
export function overlaps(nodes: INode[]): string[] {
	return nodes.flatMap((one, i) =>
		nodes
			.slice(i + 1)
			.filter((other) => cover(boxOf(one), boxOf(other)))
			.map((other) => `${one.name} and ${other.name}`),
	);
}

function cover(one: Box, other: Box): boolean {
	return (
		one.left < other.right &&
		other.left < one.right &&
		one.top < other.bottom &&
		other.top < one.bottom
	);
}

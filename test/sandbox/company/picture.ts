/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a PNG's pixels are packed with zlib */
import { crc32, deflateSync } from 'node:zlib';

const WIDTH = 320;
const HEIGHT = 200;

type Colour = readonly [red: number, green: number, blue: number];

/** A desktop with one window on it, drawn with a tint that tells pictures apart: a real PNG of 320 by 200 pixels. */
export function drawScreenshot(tint: number): Uint8Array<ArrayBuffer> {
	const desktop: Colour = [40 + (tint % 60), 70 + (tint % 90), 120 + (tint % 100)];
	const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3));
	for (let y = 0; y < HEIGHT; y++) {
		for (let x = 0; x < WIDTH; x++) {
			const at = y * (1 + WIDTH * 3) + 1 + x * 3;
			rows.set(colourAt(x, y, desktop), at);
		}
	}
	const header = Buffer.alloc(13);
	header.writeUInt32BE(WIDTH, 0);
	header.writeUInt32BE(HEIGHT, 4);
	// 8 bits a channel, red green blue, and PNG's only compression, filter and no interlace.
	header.set([8, 2, 0, 0, 0], 8);
	return new Uint8Array(
		Buffer.concat([
			Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
			chunk('IHDR', header),
			chunk('IDAT', deflateSync(rows)),
			chunk('IEND', Buffer.alloc(0)),
		]),
	);
}

function colourAt(x: number, y: number, desktop: Colour): Colour {
	if (y >= 185) return [30, 32, 36];
	const inWindow = x >= 50 && x < 270 && y >= 30 && y < 160;
	if (!inWindow) return desktop;
	if (y < 44) return [225, 228, 232];
	const onLine = x >= 62 && x < 62 + ((y * 37) % 150) + 40 && y % 12 < 3 && y > 54 && y < 150;
	return onLine ? [120, 128, 140] : [250, 250, 252];
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const framed = Buffer.alloc(body.length + 8);
	framed.writeUInt32BE(data.length, 0);
	framed.set(body, 4);
	framed.writeUInt32BE(crc32(body), body.length + 4);
	return framed;
}

import { expect, test } from 'vitest';
import { binaryFrame, closeFrame, FrameReader, pongFrame } from './websocket-frames.ts';

/** A frame as a server sends it. */
function serverFrame(opcode: number, payload: Uint8Array): Buffer {
	const { length } = payload;
	const head =
		length < 126
			? Buffer.of(0x80 | opcode, length)
			: length < 65536
				? Buffer.of(0x80 | opcode, 126, length >> 8, length & 255)
				: Buffer.concat([Buffer.of(0x80 | opcode, 127), Buffer.alloc(8)]);
	if (length >= 65536) head.writeBigUInt64BE(BigInt(length), 2);
	return Buffer.concat([head, payload]);
}

function readIn(sizes: readonly number[], bytes: Buffer): string[] {
	const seen: string[] = [];
	const reader = new FrameReader({
		message: (payload) => seen.push(`message ${payload.length} ${payload.at(-1) ?? ''}`),
		ping: (payload) => seen.push(`ping ${payload.toString()}`),
		close: (code) => seen.push(`close ${code ?? ''}`)
	});
	// The chunk is overwritten after each call, as the socket's shared buffer is.
	const shared = Buffer.alloc(bytes.length);
	let at = 0;
	for (let turn = 0; at < bytes.length; turn++) {
		const size = Math.min(sizes[turn % sizes.length] ?? 1, bytes.length - at);
		bytes.copy(shared, 0, at, at + size);
		reader.push(shared.subarray(0, size));
		shared.fill(0xff);
		at += size;
	}
	return seen;
}

const BYTES = Buffer.concat([
	serverFrame(2, Buffer.alloc(5, 1)),
	serverFrame(9, Buffer.from('are you there')),
	serverFrame(2, Buffer.alloc(300, 2)),
	serverFrame(2, Buffer.alloc(70_000, 3)),
	serverFrame(2, Buffer.alloc(0)),
	serverFrame(2, Buffer.alloc(125, 4)),
	serverFrame(8, Buffer.of(0x11, 0x94))
]);

test.each([[[1]], [[3]], [[7, 1, 500]], [[64 * 1024]], [[1_000_000]]])(
	'[BE1] frames are read alike, whatever the chunks (%j)',
	(sizes) => {
		expect(readIn(sizes, BYTES)).toEqual([
			'message 5 1',
			'ping are you there',
			'message 300 2',
			'message 70000 3',
			'message 0 ',
			'message 125 4',
			'close 4500'
		]);
	}
);

test('[BE1] a masked, compressed or partial frame is no server’s', () => {
	for (const frame of [
		Buffer.of(0x82, 0x81, 0, 0, 0, 0, 1),
		Buffer.of(0xc2, 1, 1),
		Buffer.of(2, 1, 1)
	])
		expect(() => readIn([10], frame)).toThrow('a frame in parts');
});

test.each([0, 125, 126, 65_535, 65_536])(
	'[BE1] a client’s frame of %i bytes is well formed',
	(size) => {
		const frame = binaryFrame(new Uint8Array(size).fill(7));
		expect(frame[0]).toBe(0x82);
		expect(frame[1]! & 0x80).toBe(0x80);
		const head = size < 126 ? 2 : size < 65_536 ? 4 : 10;
		expect(frame.length).toBe(head + 4 + size);
		expect([...frame.subarray(head, head + 4)]).toEqual([0, 0, 0, 0]);
		if (size > 0) expect(frame.at(-1)).toBe(7);
		expect(pongFrame(new Uint8Array(2))[0]).toBe(0x8a);
		expect([...closeFrame()].slice(-2)).toEqual([0x03, 0xe8]);
	}
);

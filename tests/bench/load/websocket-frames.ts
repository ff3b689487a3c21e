/** What a server may send on an open WebSocket. A payload is valid only during the call. */
export interface FrameEvents {
	message(payload: Buffer): void;
	ping(payload: Buffer): void;
	close(code: number | undefined): void;
}

const OPCODE = { continuation: 0, binary: 2, close: 8, ping: 9, pong: 10 } as const;

const NOTHING = Buffer.alloc(0);

/**
 * Reads the frames of a WebSocket server (unmasked, no extensions, messages in one frame, which is how
 * all subjects send) from chunks of any size. What lies whole in a chunk is not copied: with thousands of
 * receivers in one process, the reader's own cost would otherwise be what is measured.
 */
export class FrameReader {
	private readonly events: FrameEvents;
	/** The beginning of a frame that is not whole yet. */
	private kept = NOTHING;
	private keptLength = 0;

	constructor(events: FrameEvents) {
		this.events = events;
	}

	/** Reads a chunk, which the caller may overwrite afterwards. Throws on what no server may send. */
	push(chunk: Buffer): void {
		if (this.keptLength === 0) {
			this.keep(chunk.subarray(this.readAll(chunk)));
			return;
		}
		this.keep(chunk);
		const whole = this.kept.subarray(0, this.keptLength);
		const read = this.readAll(whole);
		if (read === 0) return;
		const rest = whole.subarray(read);
		this.kept = NOTHING;
		this.keptLength = 0;
		this.keep(rest);
	}

	/** Reads the whole frames in `bytes` and gives the number of bytes that they took. */
	private readAll(bytes: Buffer): number {
		let at = 0;
		for (;;) {
			const frame = frameAt(bytes, at);
			if (!frame || frame.end > bytes.length) return at;
			this.read(frame.opcode, bytes.subarray(frame.start, frame.end));
			at = frame.end;
		}
	}

	private read(opcode: number, payload: Buffer): void {
		if (opcode === OPCODE.binary) this.events.message(payload);
		else if (opcode === OPCODE.ping) this.events.ping(payload);
		else if (opcode === OPCODE.close)
			this.events.close(payload.length >= 2 ? payload.readUInt16BE(0) : undefined);
		else if (opcode !== OPCODE.pong) throw new Error(`a frame with opcode ${opcode}`);
	}

	private keep(bytes: Buffer): void {
		if (bytes.length === 0) return;
		const needed = this.keptLength + bytes.length;
		if (needed > this.kept.length) {
			const frame = this.keptLength > 0 ? frameAt(this.kept, 0) : frameAt(bytes, 0);
			const grown = Buffer.allocUnsafe(Math.max(needed, frame?.end ?? 0));
			this.kept.copy(grown, 0, 0, this.keptLength);
			this.kept = grown;
		}
		bytes.copy(this.kept, this.keptLength);
		this.keptLength = needed;
	}
}

/** Where the frame at `at` has its payload, or undefined while its head is not whole. */
function frameAt(
	bytes: Buffer,
	at: number
): { opcode: number; start: number; end: number } | undefined {
	const available = bytes.length - at;
	if (available < 2) return undefined;
	const first = bytes[at] ?? 0;
	const second = bytes[at + 1] ?? 0;
	if ((first & 0xf0) !== 0x80 || (second & 0x80) !== 0)
		throw new Error('a frame in parts, compressed or masked');
	const opcode = first & 0x0f;
	if (second < 126) return { opcode, start: at + 2, end: at + 2 + second };
	if (second === 126) {
		if (available < 4) return undefined;
		return { opcode, start: at + 4, end: at + 4 + bytes.readUInt16BE(at + 2) };
	}
	if (available < 10) return undefined;
	return { opcode, start: at + 10, end: at + 10 + Number(bytes.readBigUInt64BE(at + 2)) };
}

/** A client's frame. The mask is four zeros: legal, and it saves the generator the masking. */
function clientFrame(opcode: number, payload: Uint8Array): Buffer {
	const { length } = payload;
	const head = length < 126 ? 2 : length < 65536 ? 4 : 10;
	const frame = Buffer.alloc(head + 4 + length);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (length < 126 ? length : length < 65536 ? 126 : 127);
	if (head === 4) frame.writeUInt16BE(length, 2);
	if (head === 10) frame.writeBigUInt64BE(BigInt(length), 2);
	frame.set(payload, head + 4);
	return frame;
}

export function binaryFrame(payload: Uint8Array): Buffer {
	return clientFrame(OPCODE.binary, payload);
}

export function pongFrame(payload: Uint8Array): Buffer {
	return clientFrame(OPCODE.pong, payload);
}

/** Says goodbye with 1000. */
export function closeFrame(): Buffer {
	return clientFrame(OPCODE.close, Uint8Array.of(0x03, 0xe8));
}

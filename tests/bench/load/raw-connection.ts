import { connect, type Socket } from 'node:net';
import { binaryFrame, closeFrame, FrameReader, pongFrame } from './websocket-frames.ts';

/** One buffer for all sockets: what is read is used up before the next socket is read. */
const SHARED = Buffer.allocUnsafe(256 * 1024);

const END_OF_HEAD = '\r\n\r\n';

export interface RawConnectionOptions {
	readonly port: number;
	readonly path: string;
	/** Cookie, Origin. */
	readonly headers: Readonly<Record<string, string>>;
	open(): void;
	/** The payload is valid only during the call. */
	message(payload: Buffer): void;
	/** The socket is gone and `end` was not called; `why` is a close code or an error. */
	lost(why: string): void;
}

/** A WebSocket to the loopback that costs as little as it can: no events, no copies, no masking. */
export class RawConnection {
	private readonly socket: Socket;
	private readonly reader: FrameReader;
	private readonly options: RawConnectionOptions;
	private isOpen = false;
	private head = '';
	private ended = false;
	private why = 'closed';

	constructor(options: RawConnectionOptions) {
		this.options = options;
		this.reader = new FrameReader({
			message: (payload) => options.message(payload),
			ping: (payload) => this.socket.write(pongFrame(payload)),
			close: (code) => {
				this.why = `code ${code ?? 'none'}`;
				this.socket.end(closeFrame());
			}
		});
		this.socket = connect({
			host: '127.0.0.1',
			port: options.port,
			onread: { buffer: SHARED, callback: (length) => this.take(SHARED.subarray(0, length)) }
		});
		this.socket.setNoDelay(true);
		this.socket.on('connect', () => this.socket.write(this.request()));
		this.socket.on('error', (error) => (this.why = error.message));
		this.socket.on('close', () => {
			if (!this.ended) options.lost(this.why);
			this.ended = true;
		});
	}

	send(payload: Uint8Array): void {
		this.socket.write(binaryFrame(payload));
	}

	/** Leaves as a page does that is closed. */
	end(): void {
		this.ended = true;
		this.socket.end(closeFrame());
		setTimeout(() => this.socket.destroy(), 1000).unref();
	}

	private take(chunk: Buffer): boolean {
		try {
			if (this.isOpen) this.reader.push(chunk);
			else this.takeHead(chunk);
		} catch (error) {
			this.why = error instanceof Error ? error.message : String(error);
			this.socket.destroy();
		}
		return true;
	}

	private takeHead(chunk: Buffer): void {
		const before = this.head.length;
		this.head += chunk.toString('latin1');
		const end = this.head.indexOf(END_OF_HEAD);
		if (end < 0) return;
		const status = this.head.slice(0, this.head.indexOf('\r\n'));
		if (!status.includes(' 101 ')) throw new Error(status);
		this.isOpen = true;
		this.options.open();
		this.reader.push(chunk.subarray(end + END_OF_HEAD.length - before));
	}

	private request(): string {
		const { path, port, headers } = this.options;
		return [
			`GET ${path} HTTP/1.1`,
			`Host: 127.0.0.1:${port}`,
			'Connection: Upgrade',
			'Upgrade: websocket',
			'Sec-WebSocket-Version: 13',
			'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
			...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
			END_OF_HEAD.slice(2)
		].join('\r\n');
	}
}

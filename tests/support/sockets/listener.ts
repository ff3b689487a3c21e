import WebSocket from 'ws';
import type { LiveClientIdentity } from './live-client.ts';

/** Asks for the whole document: sync step 1 with an empty state vector. */
const ASK_FOR_ALL = new Uint8Array([0, 0, 1, 0]);

/** A socket that asks for everything, keeps every byte that the server sends it, and understands none. */
export class Listener {
	closeCode: number | undefined;
	private readonly socket: WebSocket;
	private readonly frames: Buffer[] = [];

	constructor(syncUrl: string, room: string, who: LiveClientIdentity | { screen: string }) {
		const query = 'screen' in who ? `screen=${who.screen}` : `as=${who.as}`;
		const options = 'screen' in who ? {} : { headers: { cookie: who.cookie }, origin: who.origin };
		this.socket = new WebSocket(`${syncUrl}/${room}?ack=1&${query}`, options);
		this.socket.on('open', () => this.ask());
		this.socket.on('message', (frame: Buffer) => this.frames.push(frame));
		this.socket.on('close', (code) => (this.closeCode = code));
	}

	ask(): void {
		if (this.socket.readyState === this.socket.OPEN) this.socket.send(ASK_FOR_ALL);
	}

	/** The number of frames that came so far. */
	get count(): number {
		return this.frames.length;
	}

	/** The frames that came so far in which these words stand. */
	framesWith(words: string): Buffer[] {
		return this.frames.filter((frame) => frame.includes(words));
	}

	close(): void {
		this.socket.terminate();
	}
}

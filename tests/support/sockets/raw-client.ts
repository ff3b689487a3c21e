import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { MESSAGE, readRefused, SYNC_STEP_1, SYNC_UPDATE } from '#lib/realtime/frame.ts';
import type { LiveClientIdentity } from './live-client.ts';

/** A socket that sends whatever it is given, as somebody would who wrote a client of their own. */
export class RawClient {
	readonly socket: WebSocket;
	/** Why an update was refused. */
	refusal: ErrorCode | undefined;
	closeCode: number | undefined;
	/** The answer to an upgrade that was not taken. */
	httpStatus: number | undefined;
	/** Frames that the server sent. */
	frames = 0;

	constructor(
		syncUrl: string,
		room: string,
		who: LiveClientIdentity,
		options: { origin?: string } = {}
	) {
		this.socket = new WebSocket(`${syncUrl}/${room}?as=${who.as}&ack=1`, {
			headers: { cookie: who.cookie },
			origin: options.origin ?? who.origin
		});
		this.socket.on('message', (frame: Buffer) => this.read(frame));
		this.socket.on('close', (code) => (this.closeCode = code));
		this.socket.on('unexpected-response', (_request, response) => {
			this.httpStatus = response.statusCode;
			response.destroy();
		});
		// The ends that attacks come to are told by the fields above.
		this.socket.on('error', () => undefined);
	}

	get isOpen(): boolean {
		return this.socket.readyState === WebSocket.OPEN;
	}

	/** The server said no, in one of the ways it has. */
	get turnedAway(): boolean {
		return (
			this.refusal !== undefined || this.closeCode !== undefined || this.httpStatus !== undefined
		);
	}

	sendUpdate(update: Uint8Array): void {
		this.sendSync(SYNC_UPDATE, update);
	}

	/** Asks for what a client lacks that knows so much. */
	sendStateVector(stateVector: Uint8Array): void {
		this.sendSync(SYNC_STEP_1, stateVector);
	}

	sendAwareness(update: Uint8Array): void {
		this.socket.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, MESSAGE.awareness);
				encoding.writeVarUint8Array(encoder, update);
			})
		);
	}

	destroy(): void {
		this.socket.terminate();
	}

	private sendSync(step: number, bytes: Uint8Array): void {
		this.socket.send(
			encoding.encode((encoder) => {
				encoding.writeVarUint(encoder, MESSAGE.sync);
				encoding.writeVarUint(encoder, step);
				encoding.writeVarUint8Array(encoder, bytes);
			})
		);
	}

	private read(frame: Buffer): void {
		this.frames++;
		const decoder = decoding.createDecoder(frame);
		if (decoding.readVarUint(decoder) === MESSAGE.refused) this.refusal = readRefused(decoder).code;
	}
}

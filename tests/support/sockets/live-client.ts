import WebSocket from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { countingWebSocket, type OnCounted } from '#lib/client/counting-web-socket.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import {
	MESSAGE,
	readRefused,
	readSaved,
	readStatus,
	type ConnectionStatus
} from '#lib/realtime/frame.ts';
import type { Presence } from '#lib/realtime/presence.ts';

// The provider listens for the end of the process, once a client; tests have dozens of them.
process.setMaxListeners(0);

/** As whom a test's client connects. */
export interface LiveClientIdentity {
	/** `account`, or the id of the workshop it is a guest of. */
	readonly as: string;
	readonly cookie: string;
	readonly origin: string;
}

/** What a test that follows single changes is told, as the product's own page is. */
export interface LiveClientEvents {
	/** A counted frame left the device. */
	readonly sent: OnCounted;
	/** Everything up to this frame is on disk. */
	saved(count: number): void;
	/** Numbers of frames mean nothing any more. */
	disconnected(): void;
}

/** A y-websocket client in Node: the real provider over a real socket, with a cookie and an Origin. */
export class LiveClient {
	readonly doc = new Y.Doc();
	readonly provider: WebsocketProvider;
	status: ConnectionStatus | undefined;
	saved = 0;
	sent = 0;
	refusal: ErrorCode | undefined;
	closeCode: number | undefined;

	constructor(
		syncUrl: string,
		room: string,
		who: LiveClientIdentity,
		options: {
			ack?: boolean;
			connect?: boolean;
			/** Most milliseconds between two attempts to connect; the product keeps to 2500. */
			maxBackoff?: number;
			events?: LiveClientEvents;
		} = {}
	) {
		const { events } = options;
		const reset = (): void => {
			this.sent = 0;
			this.saved = 0;
		};
		class CookieSocket extends WebSocket {
			constructor(url: string) {
				super(url, { headers: { cookie: who.cookie }, origin: who.origin });
				reset();
			}
		}
		this.provider = new WebsocketProvider(syncUrl, room, this.doc, {
			params: { as: who.as, ...(options.ack === false ? {} : { ack: '1' }) },
			connect: options.connect ?? true,
			disableBc: true,
			...(options.maxBackoff === undefined ? {} : { maxBackoffTime: options.maxBackoff }),
			WebSocketPolyfill: countingWebSocket(
				(frame) => {
					this.sent = frame.number;
					events?.sent(frame);
				},
				CookieSocket as unknown as typeof globalThis.WebSocket
			)
		});
		this.provider.awareness.setLocalState(null);
		this.provider.on('connection-close', (event) => {
			this.closeCode = event?.code;
			events?.disconnected();
		});
		this.provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
			this.saved = readSaved(decoder);
			events?.saved(this.saved);
		};
		this.provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
			void (this.refusal = readRefused(decoder).code);
		this.provider.messageHandlers[MESSAGE.status] = (_encoder, decoder) =>
			void (this.status = readStatus(decoder));
	}

	get synced(): boolean {
		return this.provider.synced && this.status !== undefined;
	}

	/** Everything sent on this connection is on disk. */
	get allSaved(): boolean {
		return this.sent > 0 && this.saved === this.sent;
	}

	get presence(): Presence | undefined {
		for (const state of this.provider.awareness.getStates().values())
			if ('presence' in state) return state.presence as Presence;
		return undefined;
	}

	destroy(): void {
		this.provider.destroy();
		this.doc.destroy();
	}
}

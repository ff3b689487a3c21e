import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { newUndoManager } from '#lib/board/undo.ts';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { CLOSE_CODE, errorOfCloseCode } from '#lib/realtime/close-code.ts';
import {
	encodeWriting,
	MESSAGE,
	readRefused,
	readSaved,
	readStatus,
	WRITING_EVERY,
	type ConnectionStatus
} from '#lib/realtime/frame.ts';
import type { Presence } from '#lib/realtime/presence.ts';
import { roomName, type RoomKind } from '#lib/realtime/room-name.ts';
import { countingWebSocket } from './counting-web-socket.ts';
import { liveValue } from './live-value.ts';
import { hearServerTime } from './server-clock.ts';
import { watchConnection } from './watch-connection.ts';

/** As whom a socket comes: the signed-in account, the guest of a workshop, or a screen by its token. */
export type As = { account: true } | { guestOf: string } | { screen: string };

export type ConnectionState = 'connecting' | 'connected' | 'offline' | 'ended';

/** What a subclass or an owner is told, beside what the runes show. */
export interface LiveDocumentEvents {
	/** A counted frame left the device. `whole` carries everything the server lacked. */
	sent?(frame: { number: number; whole: boolean }): void;
	/** Everything up to this frame is on disk. */
	saved?(count: number): void;
	/** The server refused; nothing more of this replica will be taken. */
	refused?(code: ErrorCode): void;
	/** What this connection may do changed, or was told again. */
	status?(status: ConnectionStatus): void;
	/** The connection is gone: numbers of frames mean nothing any more. */
	disconnected?(): void;
}

/** Syncs that may fail in a row before the replica is taken for one that the server cannot follow. */
const MOST_OUT_OF_STEP = 3;

/**
 * One live room in the browser: its Y.Doc, the socket that keeps it in step, and what a person should be
 * told about both. Create it in the browser only, and call `destroy` when the page goes.
 */
export class LiveDocument {
	readonly doc: Y.Doc;
	/** From the socket alone; what is saved follows from acknowledgements. */
	connection = $state<ConnectionState>('connecting');
	/** The document was in step with the server at least once since it was created. */
	synced = $state(false);
	/** What this connection may do, as the server last said; null before it spoke. */
	status = $state.raw<ConnectionStatus | null>(null);
	/** Why the socket ended or an update was refused; null while all is well. */
	error = $state<ErrorCode | null>(null);
	/** Frames sent and frames known to be on disk, in this connection. */
	private sentCount = $state(0);
	private savedCount = $state(0);
	/** Changed while nothing could be sent. */
	private waiting = $state(false);
	private readonly provider: WebsocketProvider;
	private readonly undoManager: Y.UndoManager | undefined;
	private readonly endWatch: () => void;
	private undoDepth = $state(0);
	private toldWriting = 0;
	private redoDepth = $state(0);
	/** The update that is being handed on was taken by the socket. */
	private justCounted = false;
	/** Times in a row that the server said that what this replica sends builds on what it lacks. */
	private outOfStep = 0;
	private destroyed = false;
	private readonly presenceValue: { readonly current: Presence | undefined };

	constructor(
		kind: RoomKind,
		id: string,
		as: As,
		options: {
			doc?: Y.Doc;
			undo?: readonly string[];
			events?: LiveDocumentEvents;
			/** Nothing is sent before this resolves; at once when it is left out. */
			ready?: Promise<unknown> | undefined;
		} = {}
	) {
		const events = options.events ?? {};
		this.doc = options.doc ?? new Y.Doc();
		const protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
		this.provider = new WebsocketProvider(
			`${protocol}//${location.host}/sync`,
			roomName(kind, id),
			this.doc,
			{
				params: { ack: '1', ...paramsOf(as) },
				disableBc: true,
				connect: false,
				WebSocketPolyfill: countingWebSocket((frame) => {
					this.sentCount = frame.number;
					if (frame.whole) this.waiting = false;
					else this.justCounted = true;
					events.sent?.(frame);
				})
			}
		);
		// People publish nothing of themselves; the server counts who is there.
		this.provider.awareness.setLocalState(null);
		this.listen(events);
		this.endWatch = watchConnection(this.provider);
		this.presenceValue = liveValue(
			() => findPresence(this.provider),
			(changed) => {
				this.provider.awareness.on('change', changed);
				return () => this.provider.awareness.off('change', changed);
			}
		);
		if (options.undo) {
			this.undoManager = newUndoManager(this.doc, options.undo);
			const count = (): void => {
				this.undoDepth = this.undoManager?.undoStack.length ?? 0;
				this.redoDepth = this.undoManager?.redoStack.length ?? 0;
			};
			this.undoManager.on('stack-item-added', count);
			this.undoManager.on('stack-item-popped', count);
			this.undoManager.on('stack-cleared', count);
		}
		if (options.ready) void options.ready.then(() => this.connect());
		else this.connect();
	}

	private connect(): void {
		if (!this.destroyed) this.provider.connect();
	}

	/** Everything that was changed here is on disk at the server. */
	get saved(): boolean {
		return this.savedCount >= this.sentCount && !this.waiting && this.error === null;
	}

	/** The server allows changes now; false until it said so. */
	get mayWrite(): boolean {
		return this.status?.mayWrite === true && this.connection !== 'ended' && this.error === null;
	}

	/** Who is there by category, for those who may see it. */
	get presence(): Presence | undefined {
		return this.presenceValue.current;
	}

	get canUndo(): boolean {
		return this.undoDepth > 0;
	}

	get canRedo(): boolean {
		return this.redoDepth > 0;
	}

	/** Takes back one's own last step; others' changes stay. */
	undo(): void {
		this.undoManager?.undo();
	}

	redo(): void {
		this.undoManager?.redo();
	}

	/** Tells the server that one's person is writing; it counts them for facilitators and keeps nothing. */
	tellWriting(): void {
		const now = Date.now();
		if (now - this.toldWriting < WRITING_EVERY || !this.provider.wsconnected) return;
		this.toldWriting = now;
		this.provider.ws?.send(encodeWriting());
	}

	/** A value read from the document that follows it in runes. `roots` are the maps it depends on. */
	value<T>(roots: readonly string[], read: (doc: Y.Doc) => T): { readonly current: T } {
		return liveValue(
			() => read(this.doc),
			(changed) => {
				const maps = roots.map((root) => this.doc.getMap(root));
				for (const map of maps) map.observeDeep(changed);
				return () => {
					for (const map of maps) map.unobserveDeep(changed);
				};
			}
		);
	}

	destroy(): void {
		this.destroyed = true;
		this.endWatch();
		this.undoManager?.destroy();
		this.provider.destroy();
		this.doc.destroy();
	}

	private listen(events: LiveDocumentEvents): void {
		const { provider } = this;
		const refuse = (code: ErrorCode): void => {
			this.error = code;
			events.refused?.(code);
		};
		provider.on('status', ({ status }) => {
			if (status === 'connected') this.connection = 'connected';
			else if (this.connection !== 'ended')
				this.connection = this.synced ? 'offline' : 'connecting';
		});
		provider.on('sync', (inStep) => {
			if (inStep) this.synced = true;
		});
		provider.on('connection-close', (event) => {
			if (this.sentCount > this.savedCount) this.waiting = true;
			this.sentCount = 0;
			this.savedCount = 0;
			const ended = event && errorOfCloseCode(event.code);
			if (ended) {
				this.connection = 'ended';
				this.error = ended;
			} else if (this.connection !== 'ended') this.connection = 'offline';
			events.disconnected?.();
			// Once is a matter of timing. Again and again, the server lacks what this replica builds on for
			// good, as after it was set back to an older copy: no sync will mend that.
			if (event?.code === CLOSE_CODE.outOfStep && ++this.outOfStep >= MOST_OUT_OF_STEP)
				refuse('update_refused');
		});
		// After the provider's own handler, so that what could be sent has its number by now.
		this.doc.on('update', (_update, origin) => {
			if (origin !== provider && !this.justCounted) this.waiting = true;
			this.justCounted = false;
		});
		provider.messageHandlers[MESSAGE.saved] = (_encoder, decoder) => {
			this.savedCount = readSaved(decoder);
			this.outOfStep = 0;
			events.saved?.(this.savedCount);
		};
		provider.messageHandlers[MESSAGE.refused] = (_encoder, decoder) =>
			refuse(readRefused(decoder).code);
		provider.messageHandlers[MESSAGE.status] = (_encoder, decoder) => {
			const status = readStatus(decoder);
			hearServerTime(status.now);
			this.status = status;
			events.status?.(status);
		};
	}
}

function paramsOf(as: As): Record<string, string> {
	if ('account' in as) return { as: 'account' };
	return 'guestOf' in as ? { as: as.guestOf } : { screen: as.screen };
}

function findPresence(provider: WebsocketProvider): Presence | undefined {
	for (const state of provider.awareness.getStates().values())
		if ('presence' in state) return state.presence as Presence;
	return undefined;
}

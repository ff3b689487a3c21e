import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import type { GuestRole } from '../domain/people/actor.ts';
import type { Seat } from '../domain/spaces/seat.ts';
import { ERROR_CODES, type ErrorCode } from '../domain/errors.ts';

/**
 * Message types beside those of y-websocket (0 sync, 1 awareness, 2 auth, 3 query awareness). They are
 * sent only to clients that connect with `?ack=1`, since the stock client logs an error for each.
 */
export const MESSAGE = {
	sync: 0,
	awareness: 1,
	queryAwareness: 3,
	/** The number of the last counted frame that is on disk. Cumulative; numbers end with the connection. */
	saved: 100,
	/** A counted frame was refused: its number and an error code. It and all after it were not applied. */
	refused: 101,
	/** What a connection may do, and the server's clock; sent first, after each change, and as a heartbeat. */
	status: 102,
	/** From a client, without a body: its person is writing at this moment. Counted for facilitators alone. */
	writing: 103
} as const;

export const SYNC_STEP_1 = 0;
export const SYNC_STEP_2 = 1;
export const SYNC_UPDATE = 2;

/** What the server tells a connection of itself. */
export interface ConnectionStatus {
	/** Server time, epoch milliseconds. */
	readonly now: number;
	readonly mayWrite: boolean;
	/** May change what others wrote, too. */
	readonly mayChangeAll: boolean;
	/** The actor's own pseudonym on a board, else null. */
	readonly pseudonym: string | null;
	/** Those of entries that were merged into the actor's: notes under them are their own too. */
	readonly merged: readonly string[];
	/** What a facilitator lets this guest do; null for accounts and screens. */
	readonly role: GuestRole | null;
	/** Why the server can store nothing now; null while it can. */
	readonly trouble: Extract<ErrorCode, 'storage_full' | 'storage_read_only'> | null;
	/** Where this guest sits now; empty for accounts and screens. */
	readonly seats: readonly Seat[];
}

/** True for the frames that are counted and acknowledged: sync step 2 and update. */
export function isCountedFrame(frame: Uint8Array): boolean {
	return frame[0] === MESSAGE.sync && (frame[1] === SYNC_STEP_2 || frame[1] === SYNC_UPDATE);
}

/** Tells that one's person is writing; worth a frame every {@link WRITING_EVERY} milliseconds. */
export function encodeWriting(): Uint8Array<ArrayBuffer> {
	return new Uint8Array([MESSAGE.writing]);
}

export const WRITING_EVERY = 4_000;

export function encodeSaved(count: number): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.saved);
		encoding.writeVarUint(encoder, count);
	});
}

export function readSaved(decoder: decoding.Decoder): number {
	return decoding.readVarUint(decoder);
}

export function encodeRefused(count: number, code: ErrorCode): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.refused);
		encoding.writeVarUint(encoder, count);
		encoding.writeVarString(encoder, code);
	});
}

export function readRefused(decoder: decoding.Decoder): { count: number; code: ErrorCode } {
	const count = decoding.readVarUint(decoder);
	const sent = decoding.readVarString(decoder);
	return { count, code: ERROR_CODES.find((code) => code === sent) ?? 'update_refused' };
}

export function encodeStatus(status: ConnectionStatus): Uint8Array {
	return encoding.encode((encoder) => {
		encoding.writeVarUint(encoder, MESSAGE.status);
		encoding.writeVarString(encoder, JSON.stringify(status));
	});
}

export function readStatus(decoder: decoding.Decoder): ConnectionStatus {
	return JSON.parse(decoding.readVarString(decoder)) as ConnectionStatus;
}

import type { ErrorCode } from '../domain/errors.ts';

/**
 * Why an update was refused: the closed list, and what the person is told for each. A forged update gets
 * `update_refused`; a code of its own is for what honest clients can run into.
 */
export const REFUSAL_CODE = {
	// the bytes
	'too-big': 'message_too_large',
	malformed: 'update_refused',
	'trailing-bytes': 'update_refused',
	'too-many-structs': 'update_refused',
	'zero-length': 'update_refused',
	skip: 'update_refused',
	'client-twice': 'update_refused',
	'client-range': 'update_refused',
	'content-kind': 'update_refused',
	'type-kind': 'update_refused',
	'value-kind': 'update_refused',
	'value-depth': 'update_refused',
	prototype: 'update_refused',
	nul: 'update_refused',
	// whose they are
	'server-client': 'update_refused',
	'foreign-client': 'update_refused',
	'unbound-client': 'update_refused',
	'too-many-clients': 'update_refused',
	'clock-jump': 'update_refused',
	// where they belong
	'self-reference': 'update_refused',
	'torn-place': 'update_refused',
	'torn-order': 'update_refused',
	'unknown-root': 'update_refused',
	'list-in-map': 'update_refused',
	'map-in-text': 'update_refused',
	'not-a-parent': 'update_refused',
	'left-of-value': 'update_refused',
	'unknown-key': 'update_refused',
	'unknown-field': 'update_refused',
	// what they are
	'not-an-entry': 'update_refused',
	'not-a-value': 'update_refused',
	'not-a-text': 'update_refused',
	'not-characters': 'update_refused',
	value: 'update_refused',
	replaced: 'update_refused',
	'without-column': 'update_refused',
	'without-text': 'update_refused',
	'without-time': 'update_refused',
	'without-action': 'update_refused',
	'made-later': 'update_refused',
	emptied: 'update_refused',
	column: 'update_refused',
	// what they delete
	'delete-twice': 'update_refused',
	'delete-order': 'update_refused',
	'too-many-deletes': 'update_refused',
	'future-delete': 'update_refused',
	'deletes-type': 'update_refused',
	'deletes-kept': 'update_refused',
	// how much
	'too-long': 'text_too_long',
	'too-many-notes': 'too_many_items',
	'too-many-entries': 'too_many_items',
	'too-many-values': 'too_many_items',
	'too-many-changes': 'too_many_items',
	'too-many-writes': 'too_many_items',
	// who may
	closed: 'activity_closed',
	erased: 'note_erased',
	'nobody-writes': 'forbidden',
	'read-only': 'forbidden',
	'not-your-name': 'forbidden',
	'not-your-words': 'forbidden',
	'not-yours-to-move': 'forbidden',
	'not-yours-to-delete': 'forbidden',
	'not-yours-to-restore': 'forbidden',
	'forged-mark': 'forbidden',
	'facilitators-only': 'forbidden'
} as const satisfies Readonly<Record<string, ErrorCode>>;

export type RefusalReason = keyof typeof REFUSAL_CODE;

/** Why the client has to sync again: what it sent builds on what is not here. */
export type AgainReason = 'gap' | 'missing-dependency';

/** Thrown inside the gate and turned into a verdict at its edge. */
export class Refusal extends Error {
	readonly reason: RefusalReason;

	constructor(reason: RefusalReason) {
		super(reason);
		this.reason = reason;
	}
}

/** Thrown inside the gate and turned into a verdict at its edge. */
export class SyncAgain extends Error {
	readonly reason: AgainReason;

	constructor(reason: AgainReason) {
		super(reason);
		this.reason = reason;
	}
}

/**
 * Every check of the gate is one call of `refuse` or `askAgain`, so that each can be taken out alone, by
 * replacing the call by `undefined`: some test then has to fail.
 */
export function refuse(reason: RefusalReason): never {
	throw new Refusal(reason);
}

/** As {@link refuse}, for what a new sync mends. */
export function askAgain(reason: AgainReason): never {
	throw new SyncAgain(reason);
}

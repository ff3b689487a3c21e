/**
 * What a live room holds: `board` the notes of one board, `private` what one person wrote on it before the
 * reveal (the server knows whose from the session), `clusters` those of one grouping, `stage` what the hall
 * or a room is at, and `plan` that of a workshop. A name is `<kind>.<id>`, in `[a-z0-9._-]+`.
 */
export const ROOM_KINDS = ['board', 'private', 'clusters', 'stage', 'plan'] as const;
export type RoomKind = (typeof ROOM_KINDS)[number];

export interface RoomAddress {
	readonly kind: RoomKind;
	/** Of the board, grouping, stage or workshop. */
	readonly id: string;
}

export function roomName(kind: RoomKind, id: string): string {
	return `${kind}.${id}`;
}

/** The address in a room's name, or undefined when it is none. */
export function parseRoomName(name: string): RoomAddress | undefined {
	const match = /^([a-z]+)\.([a-z0-9-]{1,40})$/.exec(name);
	const kind = ROOM_KINDS.find((known) => known === match?.[1]);
	return kind && match?.[2] ? { kind, id: match[2] } : undefined;
}

/** The kind and key in the name of a stored room: a private one's key names activity and person. */
export function parseStoredRoomName(name: string): { kind: RoomKind; key: string } | undefined {
	const match = /^([a-z]+)\.([a-z0-9.-]{1,80})$/.exec(name);
	const kind = ROOM_KINDS.find((known) => known === match?.[1]);
	return kind && match?.[2] ? { kind, key: match[2] } : undefined;
}

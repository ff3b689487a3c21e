/** Whose private notes of which board a room holds, as the room's key says it. */
export interface PrivateRoom {
	readonly boardId: string;
	/** The person's on the board. */
	readonly pseudonym: string;
}

export function privateRoomKey({ boardId, pseudonym }: PrivateRoom): string {
	return `${boardId}.${pseudonym}`;
}

export function readPrivateRoomKey(key: string): PrivateRoom {
	const [boardId = '', pseudonym = ''] = key.split('.');
	return { boardId, pseudonym };
}

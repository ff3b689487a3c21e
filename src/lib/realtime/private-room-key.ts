/** Whose private notes of which activity a room holds, as the room's key says it. */
export interface PrivateRoom {
	readonly activityId: string;
	/** The person's on the activity's board. */
	readonly pseudonym: string;
}

export function privateRoomKey({ activityId, pseudonym }: PrivateRoom): string {
	return `${activityId}.${pseudonym}`;
}

export function readPrivateRoomKey(key: string): PrivateRoom {
	const [activityId = '', pseudonym = ''] = key.split('.');
	return { activityId, pseudonym };
}

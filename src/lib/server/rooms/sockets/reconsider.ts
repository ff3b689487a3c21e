import { isDomainError } from '../../../domain/errors.ts';
import { CLOSE_CODE } from '../../../realtime/close-code.ts';
import type { OpenRoom } from '../open-rooms.ts';
import type { Connection } from './connection.ts';
import type { FindVisitors } from './visitor.ts';

/**
 * Asks anew who stands behind some sockets of a room and what they may do there, with one look at the facts
 * and at the sessions for all of them, and ends those that may not read any more.
 */
export async function reconsider(
	{ key, room, content }: OpenRoom,
	findVisitors: FindVisitors,
	concerns: (connection: Connection) => boolean
): Promise<void> {
	const concerned = [...room.connections].filter(concerns);
	if (concerned.length === 0) return;
	let facts: unknown;
	try {
		facts = await content.facts(key);
	} catch (error) {
		if (!isDomainError(error) || error.code !== 'not_found') throw error;
		for (const connection of concerned) connection.close(CLOSE_CODE.notFound);
		return;
	}
	const hashes = [...new Set(concerned.map((connection) => connection.sessionHash))];
	const actors = await findVisitors(hashes);
	for (const connection of concerned) {
		const actor = actors.get(connection.sessionHash);
		if (!actor) {
			connection.close(CLOSE_CODE.signedOut);
			continue;
		}
		connection.actor = actor;
		connection.access = await content.access(actor, key, facts);
		if (!connection.access.read) connection.close(CLOSE_CODE.forbidden);
		else connection.sendStatus();
	}
}

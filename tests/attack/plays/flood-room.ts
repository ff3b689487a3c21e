import { randomBytes } from 'node:crypto';
import { addNote, readNotes } from '#lib/board/board-doc.ts';
import { LiveClient } from '../../support/sockets/live-client.ts';
import { RawClient } from '../../support/sockets/raw-client.ts';
import { until } from '../../support/until.ts';
import type { Ground } from '../ground.ts';
import type { Play } from '../play.ts';

const FRAMES = { short: 300, whole: 5000 };

/** Somebody's own client floods a board with what costs most to answer, while others write on it. */
export const FLOOD_ROOM: Play = {
	id: 'AK5',
	what: 'questions, noise and presence without end from a client of one’s own, while others write',
	async run(ground, force) {
		const [first, second, third] = ground.visits.map((visit) => identityOf(ground, visit));
		if (!first || !second || !third) throw new Error('Three people are needed.');
		const room = boardOf(ground);
		const syncUrl = `${ground.origin.replace('http', 'ws')}/sync`;
		const attacker = new RawClient(syncUrl, room, first);
		const writer = new LiveClient(syncUrl, room, second);
		const reader = new LiveClient(syncUrl, room, third);
		try {
			await until('the attacker is in', () => attacker.isOpen);
			await until('the others are in', () => writer.synced && reader.synced);
			for (let frame = 0; frame < FRAMES[force] && attacker.isOpen; frame++) {
				attacker.sendStateVector(randomBytes(4000));
				attacker.sendAwareness(randomBytes(200));
				attacker.socket.send(randomBytes(2000));
			}
			const { column } = ground;
			const pseudonym = writer.status?.pseudonym ?? '';
			const text = 'ضعف التسويق';
			addNote(writer.doc, { pseudonym, columnId: column, text, at: Date.now() });
			await until('the note arrived', () =>
				readNotes(reader.doc).some((note) => note.text === text)
			);
			await until('the note is stored', () => writer.allSaved);
			await until('the attacker is out', () => attacker.turnedAway);
			return [];
		} catch (error) {
			return [String(error)];
		} finally {
			attacker.destroy();
			writer.destroy();
			reader.destroy();
		}
	}
};

function boardOf({ visits }: Ground): string {
	return /board\.[^?]+/.exec(visits[0]?.paths[0] ?? '')?.[0] ?? '';
}

function identityOf({ origin }: Ground, { cookie, paths }: Ground['visits'][number]) {
	const as = /as=([^&]+)/.exec(paths[0] ?? '')?.[1] ?? '';
	return { as, cookie, origin };
}

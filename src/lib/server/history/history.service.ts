import { setImmediate } from 'node:timers/promises';
import { BoardHistory } from '../../board/board-history.ts';
import type { Actor } from '../../domain/people/actor.ts';
import type { NoteChanger, NoteEvent } from '../../domain/boards/note-history.ts';
import { authorOfNoteKey } from '../../domain/boards/note.ts';
import { assertAllowed, canInWorkshop } from '../../domain/policy.ts';
import { roomName } from '../../realtime/room-name.ts';
import type { RootDb } from '../db/database.ts';
import type { Pseudonyms } from '../notes/pseudonyms.ts';
import { applyRows } from '../rooms/log/replay-log.ts';
import { readRows } from '../rooms/log/room-log.ts';
import { getWorkshopAccess } from '../access/workshop-access.ts';
import { accountNames } from '../reads/account-names.ts';
import { getBoardFacts } from '../reads/board-facts.ts';

/** What happened on a board, from its log. */
export interface HistoryService {
	/**
	 * For facilitators: every change of every note of a board in the order it was stored.
	 * Throws `not_found` when the board is not of this workshop.
	 */
	ofBoard(actor: Actor, workshopId: string, boardId: string): Promise<NoteEvent[]>;
}

/** Rows replayed in one go; live rooms get a turn in between. */
const ROWS_AT_ONCE = 100;

/** Rules [HI1] to [HI5]. */
export function historyService(deps: { db: RootDb; pseudonyms: Pseudonyms }): HistoryService {
	const { db, pseudonyms } = deps;
	return {
		async ofBoard(actor, workshopId, boardId) {
			const access = await getWorkshopAccess(db, workshopId);
			assertAllowed(canInWorkshop(actor, 'read_history', access));
			await getBoardFacts(db, boardId, workshopId);
			const room = roomName('board', boardId);
			const rows = [
				...(await readRows(db, 'doc_archive', room)),
				...(await readRows(db, 'doc_update', room))
			];
			const authors = await pseudonyms.authors(db, boardId);
			const writers = new Set(rows.flatMap(({ actorId }) => actorId ?? []));
			const facilitators = await accountNames(db, [...writers]);
			const history = new BoardHistory();
			const events: NoteEvent[] = [];
			for (const [index, row] of rows.entries()) {
				applyRows(room, history.doc, [row]);
				for (const note of history.take()) {
					const author = authors.get(authorOfNoteKey(note.key) ?? '');
					const by = changerOf(row.actorId, author, facilitators);
					events.push({ seq: row.seq, at: wholeMinute(row.at), by, ...note });
				}
				if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate();
			}
			history.destroy();
			return events;
		}
	};
}

/** Seconds would lay changes beside what was seen or heard of a person at that very moment. Rule [HI5]. */
function wholeMinute(at: number): number {
	return at - (at % 60_000);
}

function changerOf(
	actorId: string | null,
	author: string | undefined,
	facilitators: ReadonlyMap<string, string>
): NoteChanger {
	if (actorId === null) return { kind: 'server' };
	if (actorId === author) return { kind: 'author' };
	const name = facilitators.get(actorId);
	return name === undefined ? { kind: 'table_facilitator' } : { kind: 'facilitator', name };
}

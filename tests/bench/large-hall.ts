import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addNote } from '#lib/board/board-doc.ts';
import { addCluster, type NoteRef } from '#lib/board/clusters-doc.ts';
import type { Column } from '#lib/domain/boards/column.ts';
import { createApp } from '#lib/server/app.ts';
import { ACCOUNT_COOKIE, guestCookie } from '#lib/server/auth/cookies.ts';
import { openDatabase } from '#lib/server/db/open-database.ts';
import { openPseudonyms } from '#lib/server/notes/pseudonyms.ts';
import { makeWorkshop } from '../support/workshops/make-workshop.ts';
import { startServer } from '../support/server/start-server.ts';
import { joinAs } from '../support/workshops/workshop-people.ts';
import { noteText } from './note-text.ts';

/** The built server with one workshop whose board is as large as boards get. */
export interface LargeHall {
	readonly origin: string;
	readonly workshopId: string;
	/** The cookie of a participant who wrote some of the notes, and of the facilitator. */
	readonly participant: { readonly name: string; readonly value: string };
	readonly facilitator: { readonly name: string; readonly value: string };
	stop(): Promise<void>;
}

/** What the board holds. The first column has more than half of the notes. */
export const BOARD = { notes: 2_000, authors: 60, clusters: 12, clustered: 600 } as const;

const COLUMNS: readonly Column[] = [
	{ id: 'S', name: { ar: 'القوة', fr: 'Atouts' }, color: 'mint', icon: 'plus' },
	{ id: 'W', name: { ar: 'الضعف', fr: 'Faiblesses' }, color: 'rose', icon: 'minus' },
	{ id: 'O', name: { ar: 'الفرص', fr: 'Opportunités' }, color: 'sky', icon: 'sunrise' },
	{ id: 'T', name: { ar: 'التهديدات', fr: 'Menaces' }, color: 'peach', icon: 'storm' }
];

/** Writes the workshop through the rooms of a first process, then serves it by the built server. */
export async function openLargeHall(): Promise<LargeHall> {
	const dataDir = await mkdtemp(join(tmpdir(), 'tachawor-bench-'));
	const config = { host: '127.0.0.1', port: 0, dataDir, logLevel: 'silent' } as const;
	const db = openDatabase(config);
	const app = await createApp(config, db);
	const workshop = await makeWorkshop(db, { activities: [{ parameters: { columns: COLUMNS } }] });
	const { workshopId, facilitatorId, categoryIds } = workshop;
	const board = workshop.boardIds[0] ?? '';
	const pseudonyms = await openPseudonyms(db);

	const authors: { id: string; pseudonym: string }[] = [];
	for (let count = 0; count < BOARD.authors; count++) {
		const { id } = await joinAs(db, workshopId, categoryIds[count % 2] ?? '');
		authors.push({ id, pseudonym: await pseudonyms.of(board, id) });
	}
	const notes: NoteRef[] = [];
	await app.rooms.change('board', board, null, (doc) => {
		const begun = Date.now() - BOARD.notes * 1_000;
		for (let index = 0; index < BOARD.notes; index++) {
			const { pseudonym = '' } = authors[index % BOARD.authors] ?? {};
			const columnId = COLUMNS[index % 10 < 7 ? 0 : (index % 10) - 6]?.id ?? '';
			const note = { pseudonym, columnId, text: noteText(index), at: begun + index * 1_000 };
			notes.push({ board, key: addNote(doc, note) });
		}
	});
	const share = BOARD.clustered / BOARD.clusters;
	await app.rooms.change('clusters', workshop.groupingId, facilitatorId, (doc) => {
		for (let index = 0; index < BOARD.clusters; index++)
			addCluster(
				doc,
				{ ar: `مجموعة ${index + 1}`, fr: `Thème ${index + 1}` },
				notes.slice(index * share, (index + 1) * share)
			);
	});
	const participant = await app.sessions.create(authors[0]?.id ?? '');
	const facilitator = await app.sessions.create(facilitatorId);
	await app.close();

	const server = await startServer({ dataDir });
	return {
		origin: server.origin,
		workshopId,
		participant: { name: guestCookie(workshopId), value: participant.token },
		facilitator: { name: ACCOUNT_COOKIE, value: facilitator.token },
		async stop() {
			await server.stop();
			await rm(dataDir, { recursive: true, force: true });
		}
	};
}

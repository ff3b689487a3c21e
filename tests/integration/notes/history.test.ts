import { afterEach, beforeEach, expect, test } from 'vitest';
import { addNote, deleteNote, editNoteText, moveNote } from '#lib/board/board-doc.ts';
import type { AccountActor, Actor } from '#lib/domain/people/actor.ts';
import { noteEventKind, type NoteEvent } from '#lib/domain/boards/note-history.ts';
import { startLiveApp, type LiveApp } from '../../support/server/live-app.ts';
import { LiveClient, type LiveClientIdentity } from '../../support/sockets/live-client.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { until } from '../../support/until.ts';

forEachEngine('the history of a board', (open) => {
	let live: LiveApp;
	let made: MadeWorkshop;
	let board: string;
	const clients: LiveClient[] = [];

	beforeEach(async () => {
		const db = await open();
		live = await startLiveApp(db, { snapshotEvery: 3 });
		made = await makeWorkshop(db);
		board = made.boardIds[0] ?? '';
	});

	afterEach(async () => {
		for (const client of clients.splice(0)) client.destroy();
		await live.stop();
	});

	async function connect(who: LiveClientIdentity): Promise<LiveClient> {
		const client = new LiveClient(live.syncUrl, `board.${board}`, who);
		clients.push(client);
		await until('it is in step', () => client.synced);
		return client;
	}

	const facilitator = (): AccountActor => ({
		kind: 'account',
		id: made.facilitatorId,
		role: 'facilitator',
		regions: []
	});
	const historyFor = (actor: Actor): Promise<NoteEvent[]> =>
		live.app.history.ofBoard(actor, made.workshopId, board);

	test('[HI1] [HI2] [HI4] [HI5] every change is there by the minute, with the first text, and no participant’s name', async () => {
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const author = await connect(guest);
		const lead = await connect(await live.account(made.facilitatorId));
		const pseudonym = author.status?.pseudonym ?? '';
		const key = addNote(author.doc, { pseudonym, columnId: 'S', text: 'ضعف التمويل', at: 1 });
		await until('it is saved', () => author.allSaved);
		await until('the facilitator has it', () => lead.doc.getMap('notes').has(key));
		const steps = [
			() => editNoteText(lead.doc, key, 'ضعف تمويل التعاونيات', true),
			() => moveNote(lead.doc, key, 'W'),
			() => deleteNote(lead.doc, key)
		];
		for (const step of steps) {
			step();
			await until('the step is saved', () => lead.allSaved);
		}
		await until('rows are in the archive', async () => {
			const rows = await live.app.db.selectFrom('doc_archive').select('seq').execute();
			return rows.length >= 3;
		});
		const events = await historyFor(facilitator());
		const kinds = events.map((event, index) => noteEventKind(events[index - 1], event));
		expect(kinds).toEqual(['written', 'worded', 'moved', 'removed']);
		expect(events[0]).toMatchObject({ key, text: 'ضعف التمويل', by: { kind: 'author' } });
		expect(events.map(({ at }) => at % 60_000)).toEqual([0, 0, 0, 0]);
		expect(events[1]?.by).toMatchObject({ kind: 'facilitator' });
		expect(events[2]).toMatchObject({ columnId: 'W', text: 'ضعف تمويل التعاونيات' });
		expect(JSON.stringify(events)).not.toContain(guest.actorId);
	});

	test('[HI3] nobody but the facilitators of the workshop reads it', async () => {
		const guest = await live.guest(made.workshopId, made.categoryIds[0] ?? '');
		const actors: Actor[] = [
			{ ...facilitator(), id: 'another' },
			{ ...facilitator(), role: 'administrator' },
			{ ...facilitator(), role: 'director' },
			{ kind: 'screen', id: 's', workshopId: made.workshopId },
			{
				kind: 'guest',
				id: guest.actorId,
				workshopId: made.workshopId,
				participantId: 'p',
				categoryId: 'c',
				role: 'participant',
				observing: false,
				seats: [{ spaceId: 't', layer: 'table', role: 'facilitator' }]
			}
		];
		for (const actor of actors)
			await expect(historyFor(actor)).rejects.toMatchObject({ code: 'forbidden' });
		const other = await makeWorkshop(live.app.db);
		const lead = { ...facilitator(), id: other.facilitatorId };
		await expect(live.app.history.ofBoard(lead, other.workshopId, board)).rejects.toMatchObject({
			code: 'not_found'
		});
	});
});

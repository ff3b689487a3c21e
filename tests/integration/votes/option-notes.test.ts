import { afterEach, beforeEach, expect, test } from 'vitest';
import type { App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	facilitator,
	joinAs,
	makeCluster,
	makeNote,
	makeTable
} from '../../support/workshops/workshop-people.ts';

forEachEngine('the notes of what is voted on', (open) => {
	let app: App;
	let made: MadeWorkshop;
	beforeEach(async () => {
		const db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db, {
			activities: [{ parameters: { vote: { method: 'dots', budget: 3, cap: 2 } } }]
		});
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const join = (observing = false) =>
		joinAs(app.db, made.workshopId, made.categoryIds[observing ? 2 : 0]!, observing);

	test('[VO22] a voter reads the notes of a cluster, of boards that they may read, and nothing of who wrote', async () => {
		const voter = await join();
		const table = await makeTable(app.db, made, { activityId: made.activityIds[0]! });
		const board = made.boardIds[0]!;
		const mine = await makeNote(app.db, made.workshopId, board, { author: voter, text: 'الماء' });
		const gone = await makeNote(app.db, made.workshopId, board, {
			author: voter,
			text: '',
			deleted: 1
		});
		const hidden = await makeNote(app.db, made.workshopId, table.boardId, {
			author: await join(),
			text: 'نص طاولة لم تُعرض'
		});
		const cluster = await makeCluster(app.db, made.groupingId, 'الموارد', {
			notes: [mine, gone, hidden].map(({ key }, at) => ({
				board: at === 2 ? table.boardId : board,
				key
			}))
		});
		const other = await makeCluster(app.db, made.groupingId, 'بعده', { position: 2 });
		const { version } = await app.stage.get(lead(), made.workshopId);
		const vote = await app.votes.openVote(lead(), made.workshopId, made.activityIds[0]!, version);

		const read = await app.votes.optionNotes(voter, vote, cluster);
		expect(read).toEqual([
			{ activityId: made.activityIds[0], columnId: expect.any(String) as string, text: 'الماء' }
		]);
		expect((await app.votes.optionNotes(lead(), vote, cluster)).map(({ text }) => text)).toEqual(
			expect.arrayContaining(['الماء', 'نص طاولة لم تُعرض'])
		);
		// The press reads no notes, and what is not voted on is not read here.
		expect(await app.votes.optionNotes(await join(true), vote, cluster)).toEqual([]);
		for (const ref of [other, 'unknown'])
			expect((await refusalOf(app.votes.optionNotes(voter, vote, ref))).code).toBe('not_found');
		const elsewhere = await makeWorkshop(app.db);
		const stranger = await joinAs(app.db, elsewhere.workshopId, elsewhere.categoryIds[0]!);
		expect((await refusalOf(app.votes.optionNotes(stranger, vote, cluster))).code).toBe(
			'forbidden'
		);
	});
});

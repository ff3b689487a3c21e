import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApp, type App } from '#lib/server/app.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import {
	facilitator,
	joinAs,
	makeCluster,
	makeNote
} from '../../support/workshops/workshop-people.ts';

const CONFIG = { host: '127.0.0.1', port: 0, dataDir: 'unused', logLevel: 'silent' } as const;
const MINUTE = 60_000;

forEachEngine('the time of an activity', (open) => {
	let app: App;
	let made: MadeWorkshop;
	beforeEach(async () => {
		const db = await open();
		app = await createApp(CONFIG, db);
		made = await makeWorkshop(db, {
			activities: [
				{ parameters: { vote: { method: 'dots', budget: 3, cap: 2 } } },
				{
					kind: 'vote',
					parameters: { vote: { method: 'dots', budget: 5, cap: 2 } },
					state: 'planned',
					duration_minutes: 20
				}
			]
		});
		const author = await joinAs(db, made.workshopId, made.categoryIds[0] ?? '');
		const note = { author, text: 'نقص التكوين' };
		const notes = [await makeNote(db, made.workshopId, made.boardIds[0] ?? '', note)];
		await makeCluster(db, made.groupingId, 'التكوين', { notes });
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const stage = () => app.stage.get(lead(), made.workshopId);
	const activity = (index: number) => made.activityIds[index] ?? '';
	/** Does something from the version that stands, and gives the timer that there is then. */
	async function timerAfter(act: (seen: number) => Promise<unknown>) {
		await act((await stage()).version);
		return (await stage()).timer;
	}
	const openActivity = (index: number) =>
		timerAfter((seen) => app.stage.openActivity(lead(), made.workshopId, activity(index), seen));
	const closeWriting = () =>
		timerAfter((seen) => app.stage.closeWriting(lead(), made.workshopId, seen));
	const reopenWriting = () =>
		timerAfter((seen) => app.stage.reopenWriting(lead(), made.workshopId, seen));
	const addMinutes = (minutes: number) =>
		timerAfter((seen) => app.stage.addMinutes(lead(), made.workshopId, minutes, seen));
	async function vote(index: number) {
		let id = '';
		const timer = await timerAfter(async (seen) => {
			id = await app.votes.openVote(lead(), made.workshopId, activity(index), seen);
		});
		return { id, timer };
	}

	test('[TM1] stops with writing, and goes on with what was left when writing is opened again', async () => {
		expect(await openActivity(0)).toMatchObject({ duration: 30 * MINUTE });
		const stopped = await closeWriting();
		expect(stopped?.endsAt).toBeNull();
		expect(stopped?.remaining).toBeGreaterThan(29 * MINUTE);
		const running = await reopenWriting();
		expect(running?.endsAt).not.toBeNull();
		expect(running?.remaining).toBe(stopped?.remaining);
	});

	test('[TM1] that is over is not taken up again', async () => {
		await openActivity(0);
		await addMinutes(-60);
		await closeWriting();
		expect(await reopenWriting()).toBeNull();
	});

	test('[TM2] a vote in an activity has none of what was left of writing, and may be given some', async () => {
		await openActivity(0);
		expect((await vote(0)).timer).toBeNull();
		expect(await addMinutes(5)).toMatchObject({ duration: 5 * MINUTE });
	});

	test('[TM2] a vote of its own keeps what is left of its minutes, and has them where it begins with the vote', async () => {
		const planned = await openActivity(1);
		expect(planned).toMatchObject({ duration: 20 * MINUTE });
		expect((await vote(1)).timer).toEqual(planned);
	});

	test('[TM2] opened from another activity it has the minutes planned for it', async () => {
		await openActivity(0);
		const { id, timer } = await vote(1);
		expect(timer).toMatchObject({ duration: 20 * MINUTE });
		const after = await timerAfter((seen) => app.votes.endVote(lead(), made.workshopId, id, seen));
		expect(after).toBeNull();
	});
});

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import { isWriting } from '#lib/domain/stage/stage.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	facilitator,
	joinAs,
	makeCluster,
	makeNote,
	makeRegion
} from '../../support/workshops/workshop-people.ts';

forEachEngine('voting', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;
	let clusters: string[];
	let voters: GuestActor[];

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db, {
			workshop: { region_id: await makeRegion(db) },
			activities: [
				{ parameters: { vote: { budget: 3, cap: 2 } } },
				{ kind: 'vote', parameters: { vote: { budget: 5, cap: 2 } }, state: 'planned' }
			]
		});
		voters = [];
		for (const index of [0, 0, 0, 1, 1])
			voters.push(await joinAs(db, made.workshopId, made.categoryIds[index]!));
		clusters = [];
		for (const [index, title] of ['التسويق', 'التمويل', 'الحكامة'].entries())
			clusters.push(await makeVoted(title, index));
		await makeVoted('مدمجة', 9, 1);
	});
	afterEach(() => app.close());

	/** A cluster with a note of the first activity, so that it is voted on there. */
	async function makeVoted(title: string, position: number, deleted: 0 | 1 = 0): Promise<string> {
		const note = { author: voters[0]!, text: title };
		const notes = [await makeNote(db, made.workshopId, made.boardIds[0]!, note)];
		return makeCluster(db, made.groupingId, title, { position, deleted, notes });
	}
	const lead = () => facilitator(made.facilitatorId);
	const stage = () => app.stage.get(lead(), made.workshopId);
	async function openVote(activity = 0): Promise<string> {
		const { version } = await stage();
		return app.votes.openVote(lead(), made.workshopId, made.activityIds[activity]!, version);
	}
	async function closeVote(voteId: string): Promise<void> {
		await app.votes.closeVote(lead(), made.workshopId, voteId, (await stage()).version);
	}
	const cast = (voter: number, voteId: string, ...dots: number[]) =>
		app.votes.castVote(
			voters[voter]!,
			voteId,
			new Map(dots.map((count, index) => [clusters[index]!, count]))
		);
	const results = (voteId: string) => app.votes.results(lead(), made.workshopId, voteId);

	test('[VO1] opening a vote ends writing, shows the vote and takes the clusters that stand', async () => {
		const voteId = await openVote();
		expect(await stage()).toMatchObject({
			activityId: made.activityIds[0],
			view: 'vote',
			vote: { id: voteId, state: 'open' }
		});
		expect(isWriting(await stage())).toBe(false);
		const vote = await app.votes.voteFor(voters[0]!, voteId);
		expect(vote.rules).toEqual({ budget: 3, cap: 2 });
		expect(vote.options.map((option) => option.clusterId).sort()).toEqual([...clusters].sort());
	});

	test('[VO1] an activity that is not the current one becomes it, with the default rules', async () => {
		const voteId = await openVote(1);
		expect((await stage()).activityId).toBe(made.activityIds[1]);
		expect(isWriting(await stage())).toBe(false);
		expect((await app.votes.voteFor(voters[0]!, voteId)).rules).toEqual({ budget: 5, cap: 2 });
	});

	test('[VO1] without clusters there is nothing to vote on, and nothing changes', async () => {
		await db.updateTable('cluster').set({ deleted: 1 }).execute();
		await expect(openVote()).rejects.toThrow('vote_without_options');
		expect(await stage()).toMatchObject({ vote: null, view: 'board' });
		expect(isWriting(await stage())).toBe(true);
	});

	test('[VO1] only the facilitators of the workshop open and close', async () => {
		const { version } = await stage();
		for (const actor of [voters[0]!, facilitator('somebody'), director('fes-meknes')])
			await expect(
				app.votes.openVote(actor, made.workshopId, made.activityIds[0]!, version)
			).rejects.toThrow('forbidden');
		const voteId = await openVote();
		await expect(
			app.votes.closeVote(voters[0]!, made.workshopId, voteId, version + 1)
		).rejects.toThrow('forbidden');
	});

	test('[VO2] of two who open or close at once exactly one wins', async () => {
		const { version } = await stage();
		const open = () => app.votes.openVote(lead(), made.workshopId, made.activityIds[0]!, version);
		expect(await outcomes([open(), open()])).toEqual(['done', 'stale']);
		const opened = await stage();
		const close = () =>
			app.votes.closeVote(lead(), made.workshopId, opened.vote!.id, opened.version);
		expect(await outcomes([close(), close()])).toEqual(['done', 'stale']);
		expect(await stage()).toMatchObject({ view: 'results', vote: { state: 'closed' } });
	});

	test('[VO2] a second vote waits for the first one to be closed, then it is a new one', async () => {
		const first = await openVote();
		await expect(openVote()).rejects.toThrow('vote_open');
		await closeVote(first);
		expect(await openVote()).not.toBe(first);
	});

	test('[VO3] the whole ballot takes the place of the earlier one', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 2, 1);
		await cast(0, voteId, 0, 0, 2);
		expect(await app.votes.myBallot(voters[0]!, voteId)).toEqual(new Map([[clusters[2]!, 2]]));
		await cast(0, voteId);
		expect(await app.votes.turnout(lead(), voteId)).toEqual({ voted: 0, mayVote: 5 });
	});

	test('[VO3] a ballot keeps the rules, and one that breaks them changes nothing', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 1);
		await expect(cast(0, voteId, 3)).rejects.toThrow('vote_over_cap');
		await expect(cast(0, voteId, 2, 2)).rejects.toThrow('vote_over_budget');
		await expect(cast(0, voteId, 0.5)).rejects.toThrow('invalid_input');
		await expect(
			app.votes.castVote(voters[0]!, voteId, new Map([['elsewhere', 1]]))
		).rejects.toThrow('vote_option_unknown');
		expect(await app.votes.myBallot(voters[0]!, voteId)).toEqual(new Map([[clusters[0]!, 1]]));
	});

	test('[VO4] those who observe, facilitators and guests of other workshops have no vote', async () => {
		const voteId = await openVote();
		const press = await joinAs(db, made.workshopId, made.categoryIds[2]!, true);
		const elsewhere = await makeWorkshop(db);
		const stranger = await joinAs(db, elsewhere.workshopId, elsewhere.categoryIds[0]!);
		const ballot = new Map([[clusters[0]!, 1]]);
		await expect(app.votes.castVote(press, voteId, ballot)).rejects.toThrow('vote_observer');
		await expect(app.votes.castVote(lead(), voteId, ballot)).rejects.toThrow('forbidden');
		await expect(app.votes.castVote(stranger, voteId, ballot)).rejects.toThrow('forbidden');
		expect((await app.votes.voteFor(press, voteId)).ballot).toBeNull();
		expect((await app.votes.turnout(press, voteId)).mayVote).toBe(5);
	});

	test('[VO5] no ballot is taken once the vote or the hall is closed', async () => {
		const voteId = await openVote();
		await db.updateTable('workshop').set({ state: 'closed' }).execute();
		await expect(cast(0, voteId, 1)).rejects.toThrow('vote_closed');
		await db.updateTable('workshop').set({ state: 'open' }).execute();
		await closeVote(voteId);
		await expect(cast(0, voteId, 1)).rejects.toThrow('vote_closed');
	});

	test('[VO5] a ballot that races the closing is counted or refused, never lost', async () => {
		const voteId = await openVote();
		const casts = voters.map((_, index) => cast(index, voteId, 1));
		const closing = closeVote(voteId);
		const taken = (await Promise.allSettled(casts)).filter(({ status }) => status === 'fulfilled');
		await closing;
		expect((await results(voteId)).voters).toBe(taken.length);
	});

	test('[VO6] while the vote is open nobody sees a total, only how many have voted', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 2, 1);
		for (const actor of [lead(), voters[0]!, director('fes-meknes')])
			await expect(app.votes.results(actor, made.workshopId, voteId)).rejects.toThrow('vote_open');
		expect(await app.votes.turnout(voters[1]!, voteId)).toEqual({ voted: 1, mayVote: 5 });
		expect((await app.votes.ranking(lead(), made.workshopId)).size).toBe(0);
	});

	test('[VO7] results give totals, dense ranks with ties, and what was possible', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 2, 1);
		await cast(1, voteId, 0, 1, 1);
		await cast(3, voteId, 0, 0, 1);
		await closeVote(voteId);
		const given = await results(voteId);
		expect(given.options.map(({ dots, rank, tied }) => [dots, rank, tied])).toEqual([
			[2, 1, true],
			[2, 1, true],
			[2, 1, true]
		]);
		expect(given).toMatchObject({
			dotsCast: 6,
			dotsPossible: 15,
			voters: 3,
			mayVote: 5,
			own: null
		});
		const mine = await app.votes.results(voters[3]!, made.workshopId, voteId);
		expect(mine.own).toEqual(new Map([[clusters[2]!, 1]]));
		expect(mine.byCategory).toBeNull();
	});

	test('[VO7] options keep the title that they had when the vote was opened', async () => {
		const voteId = await openVote();
		await closeVote(voteId);
		await db.updateTable('cluster').set({ title: '{"ar":"أخرى"}', deleted: 1 }).execute();
		expect((await results(voteId)).options.map(({ title }) => title.ar)).toContain('التسويق');
	});

	test('[VO8] everybody meets the options in an order of their own, always the same one', async () => {
		for (let more = 0; more < 9; more++) clusters.push(await makeVoted(`م${more}`, 10 + more));
		const voteId = await openVote();
		const orderFor = async (index: number) =>
			(await app.votes.voteFor(voters[index]!, voteId)).options.map(({ clusterId }) => clusterId);
		const first = await orderFor(0);
		expect(await orderFor(0)).toEqual(first);
		expect(await orderFor(1)).not.toEqual(first);
	});

	test('[VO9] dots by category are withheld below the floor and where they would follow', async () => {
		const voteId = await openVote();
		for (const index of [0, 1, 2, 3]) await cast(index, voteId, 1);
		await closeVote(voteId);
		// Three voters and one: showing the three would tell the one by subtraction.
		expect((await results(voteId)).byCategory!.map(({ dots }) => dots)).toEqual([null, null, null]);
	});

	test('[VO9] dots by category are shown to facilitators and directors where enough voted', async () => {
		const more = await joinAs(db, made.workshopId, made.categoryIds[1]!);
		voters.push(more);
		const voteId = await openVote();
		for (const index of [0, 1, 2, 3, 4, 5]) await cast(index, voteId, 1);
		await closeVote(voteId);
		const shown = [new Map([[clusters[0]!, 3]]), new Map([[clusters[0]!, 3]]), null];
		expect((await results(voteId)).byCategory!.map(({ dots }) => dots)).toEqual(shown);
		const theirs = await app.votes.results(director('fes-meknes'), made.workshopId, voteId);
		expect(theirs.byCategory).toHaveLength(3);
		await expect(app.votes.results(director('oriental'), made.workshopId, voteId)).rejects.toThrow(
			'forbidden'
		);
	});
});

/** 'done' or the error's code of each, sorted. */
async function outcomes(attempts: Promise<unknown>[]): Promise<string[]> {
	const settled = await Promise.allSettled(attempts);
	return settled
		.map((one) => (one.status === 'fulfilled' ? 'done' : (one.reason as Error).message))
		.sort();
}

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import { isWriting } from '#lib/domain/stage/stage.ts';
import { fingerprintOf } from '#lib/domain/votes/fingerprint.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import { castBallot, endVote, publishVote } from '../../support/workshops/publish-vote.ts';
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
				{ parameters: { vote: { method: 'dots', budget: 3, cap: 2 } } },
				{
					kind: 'vote',
					parameters: { vote: { method: 'dots', budget: 5, cap: 2 } },
					state: 'planned'
				},
				{ kind: 'vote', parameters: { vote: { method: 'approval' } }, state: 'planned' }
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
	const end = (voteId: string) => endVote(app, lead(), made.workshopId, voteId);
	const publish = (voteId: string) => publishVote(app, lead(), made.workshopId, voteId);
	const dots = (...counts: number[]) =>
		Object.fromEntries(counts.map((count, index) => [clusters[index]!, count]));
	const cast = (voter: number, voteId: string, ...counts: number[]) =>
		castBallot(app, voters[voter]!, voteId, dots(...counts));
	const recorded = async (voter: number, voteId: string) =>
		(await app.votes.voteFor(voters[voter]!, voteId)).recorded;
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
		expect(vote.rules).toEqual({ method: 'dots', budget: 3, cap: 2 });
		expect(vote.options.map(({ ref }) => ref).sort()).toEqual([...clusters].sort());
	});

	test('[VO1] an activity that is not the current one becomes it, with the rules that it has', async () => {
		const voteId = await openVote(1);
		expect((await stage()).activityId).toBe(made.activityIds[1]);
		expect(isWriting(await stage())).toBe(false);
		expect((await app.votes.voteFor(voters[0]!, voteId)).rules).toEqual({
			method: 'dots',
			budget: 5,
			cap: 2
		});
	});

	test('[VO1] without clusters there is nothing to vote on, and nothing changes', async () => {
		await db.updateTable('cluster').set({ deleted: 1 }).execute();
		await expect(openVote()).rejects.toThrow('vote_without_options');
		expect(await stage()).toMatchObject({ vote: null, view: 'board' });
		expect(isWriting(await stage())).toBe(true);
	});

	test('[VO1] only the facilitators of the workshop open, end, publish and cite', async () => {
		const { version } = await stage();
		const { workshopId, activityIds } = made;
		const others = [voters[0]!, facilitator('somebody'), director('fes-meknes')];
		for (const actor of others)
			await expect(app.votes.openVote(actor, workshopId, activityIds[0]!, version)).rejects.toThrow(
				'forbidden'
			);
		const voteId = await openVote();
		for (const actor of others) {
			for (const move of ['endVote', 'reopenVote', 'publishVote'] as const)
				await expect(app.votes[move](actor, workshopId, voteId, version + 1)).rejects.toThrow(
					'forbidden'
				);
			await expect(app.votes.citeVote(actor, voteId, true)).rejects.toThrow('forbidden');
		}
	});

	test('[VO2] of two who open, end or publish at once exactly one wins', async () => {
		const { version } = await stage();
		const { workshopId, activityIds } = made;
		const open = () => app.votes.openVote(lead(), workshopId, activityIds[0]!, version);
		expect(await outcomes([open(), open()])).toEqual(['done', 'stale']);
		for (const [move, state] of [
			['endVote', 'ended'],
			['publishVote', 'published']
		] as const) {
			const { vote, version } = await stage();
			const go = () => app.votes[move](lead(), workshopId, vote!.id, version);
			expect(await outcomes([go(), go()])).toEqual(['done', 'stale']);
			expect((await stage()).vote).toMatchObject({ state });
		}
		expect(await stage()).toMatchObject({ view: 'results' });
	});

	test('[VO2] a second vote in an activity waits until the first one is published, then it is a new one', async () => {
		const first = await openVote();
		await expect(openVote()).rejects.toThrow('vote_open');
		await end(first);
		await expect(openVote()).rejects.toThrow('vote_open');
		const { version } = await stage();
		await app.votes.publishVote(lead(), made.workshopId, first, version);
		expect(await openVote()).not.toBe(first);
	});

	test('[VO2] votes of several activities are open at once, and each is ended where it is', async () => {
		const first = await openVote(0);
		const second = await openVote(1);
		expect(await stage()).toMatchObject({
			vote: { id: second },
			otherVotes: [{ id: first, state: 'open', activityId: made.activityIds[0] }]
		});
		await cast(0, first, 1);
		await cast(0, second, 2);
		// The hall stays where it is when a vote elsewhere ends.
		await end(first);
		expect(await stage()).toMatchObject({ activityId: made.activityIds[1], view: 'vote' });
		await expect(cast(1, first, 1)).rejects.toThrow('vote_closed');
		await cast(1, second, 2);
		// Back there, its vote stands in view and nobody writes.
		const { version } = await stage();
		await app.stage.openActivity(lead(), made.workshopId, made.activityIds[0]!, version);
		expect(await stage()).toMatchObject({ view: 'vote', vote: { id: first, state: 'ended' } });
		expect(isWriting(await stage())).toBe(false);
	});

	test('[VO2] ending can be taken back, with every ballot; publishing cannot', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 2, 1);
		await end(voteId);
		await expect(cast(1, voteId, 1)).rejects.toThrow('vote_closed');
		const ended = await stage();
		expect(ended).toMatchObject({ view: 'vote', timer: null, vote: { state: 'ended' } });
		await app.votes.reopenVote(lead(), made.workshopId, voteId, ended.version);
		expect(await recorded(0, voteId)).toEqual({ ballot: dots(2, 1), turn: 1 });
		for (const voter of [1, 2, 3]) await cast(voter, voteId, 1);
		await publish(voteId);
		expect((await results(voteId)).voters).toBe(4);
		const { version } = await stage();
		await expect(app.votes.reopenVote(lead(), made.workshopId, voteId, version)).rejects.toThrow(
			'stale'
		);
		await expect(cast(4, voteId, 1)).rejects.toThrow('vote_closed');
	});

	test('[VO3] the whole ballot takes the place of the earlier one', async () => {
		const voteId = await openVote();
		await castBallot(app, voters[0]!, voteId, dots(2, 1), 1);
		await castBallot(app, voters[0]!, voteId, dots(0, 0, 2), 2);
		expect(await recorded(0, voteId)).toEqual({ ballot: { [clusters[2]!]: 2 }, turn: 2 });
		await castBallot(app, voters[0]!, voteId, {}, 3);
		expect(await app.votes.turnout(lead(), voteId)).toEqual({ voted: 0, mayVote: 5 });
	});

	test('[VO3] a ballot keeps the rules, and one that breaks them changes nothing', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 1);
		const again = (...counts: number[]) => castBallot(app, voters[0]!, voteId, dots(...counts), 2);
		await expect(again(3)).rejects.toThrow('vote_over_cap');
		await expect(again(2, 2)).rejects.toThrow('vote_over_budget');
		await expect(again(0.5)).rejects.toThrow('invalid_input');
		await expect(castBallot(app, voters[0]!, voteId, { elsewhere: 1 }, 2)).rejects.toThrow(
			'vote_option_unknown'
		);
		await expect(castBallot(app, voters[0]!, voteId, [clusters[0]!], 2)).rejects.toThrow(
			'invalid_input'
		);
		expect(await recorded(0, voteId)).toEqual({ ballot: { [clusters[0]!]: 1 }, turn: 1 });
	});

	test('[VO3] approval takes any number of options, and counts one each', async () => {
		const voteId = await openVote(2);
		const [first, second] = clusters as [string, string];
		await castBallot(app, voters[0]!, voteId, [second, first]);
		for (const voter of [1, 2, 3]) await castBallot(app, voters[voter]!, voteId, [first]);
		await expect(castBallot(app, voters[4]!, voteId, { [first]: 1 })).rejects.toThrow(
			'invalid_input'
		);
		await publish(voteId);
		const { unit, outcome } = await results(voteId);
		expect(outcome?.options.map(({ ref, score, rank }) => [ref, score, rank])).toEqual([
			[first, 4, 1],
			[second, 1, 2],
			[clusters[2], 0, 3]
		]);
		expect([unit, outcome?.cast, outcome?.possible]).toEqual(['approvals', 5, 15]);
	});

	test('[VO4] those who observe, facilitators and guests of other workshops have no vote', async () => {
		const voteId = await openVote();
		const press = await joinAs(db, made.workshopId, made.categoryIds[2]!, true);
		const elsewhere = await makeWorkshop(db);
		const stranger = await joinAs(db, elsewhere.workshopId, elsewhere.categoryIds[0]!);
		const vote = (actor: GuestActor) => castBallot(app, actor, voteId, dots(1));
		await expect(vote(press)).rejects.toThrow('vote_observer');
		await expect(vote(lead() as unknown as GuestActor)).rejects.toThrow('forbidden');
		await expect(vote(stranger)).rejects.toThrow('forbidden');
		expect((await app.votes.voteFor(press, voteId)).recorded).toBeNull();
		expect((await app.votes.turnout(press, voteId)).mayVote).toBe(5);
	});

	test('[VO5] no ballot is taken once the vote has ended or the hall is closed', async () => {
		const voteId = await openVote();
		await db.updateTable('workshop').set({ state: 'closed' }).execute();
		await expect(cast(0, voteId, 1)).rejects.toThrow('vote_closed');
		await db.updateTable('workshop').set({ state: 'open' }).execute();
		await end(voteId);
		await expect(cast(0, voteId, 1)).rejects.toThrow('vote_closed');
	});

	test('[VO5] a ballot that races the end is counted or refused, never lost', async () => {
		const voteId = await openVote();
		const casts = voters.map((_, index) => cast(index, voteId, 1));
		const ending = end(voteId);
		const taken = (await Promise.allSettled(casts)).filter(({ status }) => status === 'fulfilled');
		await ending;
		expect((await app.votes.turnout(lead(), voteId)).voted).toBe(taken.length);
	});

	test('[VO6] before publishing nobody sees a total, only how many have voted', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 2, 1);
		for (const ended of [false, true]) {
			if (ended) await end(voteId);
			for (const actor of [lead(), voters[0]!, director('fes-meknes')]) {
				await expect(app.votes.results(actor, made.workshopId, voteId)).rejects.toThrow(
					'vote_open'
				);
				expect(await app.votes.published(actor, made.workshopId)).toEqual([]);
			}
			expect(await app.votes.turnout(voters[1]!, voteId)).toEqual({ voted: 1, mayVote: 5 });
			expect((await app.votes.ranking(lead(), made.workshopId)).size).toBe(0);
		}
	});

	test('[VO7] results give totals, dense ranks with ties, and what was possible', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 2, 1);
		await cast(1, voteId, 0, 1, 1);
		await cast(2, voteId, 0, 0, 1);
		await cast(3, voteId, 1);
		await publish(voteId);
		const given = await results(voteId);
		expect(given.outcome?.options.map(({ score, rank, tied }) => [score, rank, tied])).toEqual([
			[3, 1, false],
			[2, 2, true],
			[2, 2, true]
		]);
		expect(given).toMatchObject({
			voters: 4,
			electorate: 5,
			unit: 'dots',
			outcome: { cast: 7, possible: 15 }
		});
		expect((await app.votes.results(voters[3]!, made.workshopId, voteId)).groups).toBeNull();
	});

	test('[VO13] the record stays as it was, whoever joins and whatever becomes of its clusters', async () => {
		const voteId = await openVote();
		for (const voter of [0, 1, 2, 3]) await cast(voter, voteId, 2, 1);
		await publish(voteId);
		const record = await results(voteId);
		expect(record.outcome?.options.map(({ title }) => title.ar)).toContain('التسويق');
		await db.updateTable('cluster').set({ title: '{"ar":"أخرى"}', deleted: 1 }).execute();
		await makeVoted('بعد التصويت', 12);
		for (const index of [0, 1, 1]) await joinAs(db, made.workshopId, made.categoryIds[index]!);
		await app.people.remove(lead(), made.workshopId, voters[0]!.participantId);
		expect(await results(voteId)).toEqual(record);
		expect(await app.votes.turnout(lead(), voteId)).toEqual({ voted: 4, mayVote: 5 });
		expect(fingerprintOf(record)).toBe(record.fingerprint);
	});

	test('[VO13] who could vote is written down when voting ends', async () => {
		const voteId = await openVote();
		for (const voter of [0, 1, 2, 3]) await cast(voter, voteId, 1);
		await end(voteId);
		await joinAs(db, made.workshopId, made.categoryIds[0]!);
		const { version } = await stage();
		await app.votes.publishVote(lead(), made.workshopId, voteId, version);
		expect(await results(voteId)).toMatchObject({ electorate: 5, voters: 4 });
	});

	test('[VO13] fewer voters than the floor and one are published without a result', async () => {
		const voteId = await openVote();
		for (const voter of [0, 1, 2]) await cast(voter, voteId, 1);
		await publish(voteId);
		const record = await results(voteId);
		expect(record).toMatchObject({ voters: 3, outcome: null, groups: null, cited: false });
		expect((await app.votes.ranking(lead(), made.workshopId)).size).toBe(0);
	});

	test('[VO13] at publishing ballots, electorate and key are gone from the rows', async () => {
		const voteId = await openVote();
		for (const voter of [0, 1, 2, 3]) await cast(voter, voteId, 1);
		const count = async () =>
			Promise.all(
				(['ballot', 'electorate', 'vote_key'] as const).map(
					async (table) => (await db.selectFrom(table).selectAll().execute()).length
				)
			);
		expect(await count()).toEqual([4, 5, 1]);
		await end(voteId);
		expect(await count()).toEqual([4, 5, 1]);
		const rows = JSON.stringify(await db.selectFrom('ballot').selectAll().execute());
		for (const { id } of voters) expect(rows).not.toContain(id);
		const { version } = await stage();
		await app.votes.publishVote(lead(), made.workshopId, voteId, version);
		expect(await count()).toEqual([0, 0, 0]);
		expect(await recorded(0, voteId)).toBeNull();
	});

	test('[VO14] the commitments of the ballots that count are published, sorted, and of no others', async () => {
		const voteId = await openVote();
		const commit = (voter: number, turn: number, commitment: string | null) =>
			app.votes.castVote(voters[voter]!, voteId, { ballot: dots(1), turn, commitment });
		const of = (letter: string) => letter.repeat(64);
		await commit(0, 1, of('c'));
		await commit(0, 2, of('d'));
		await commit(1, 1, of('b'));
		await commit(2, 1, null);
		await commit(3, 1, of('a'));
		await publish(voteId);
		expect((await results(voteId)).commitments).toEqual([of('a'), of('b'), of('d')]);
	});

	test('[VO15] an older decision, or another of the same number, never replaces what is recorded', async () => {
		const voteId = await openVote();
		await castBallot(app, voters[0]!, voteId, dots(1), 2);
		for (const turn of [1, 2])
			await expect(castBallot(app, voters[0]!, voteId, dots(0, 1), turn)).rejects.toThrow(
				'ballot_superseded'
			);
		// The same decision again, whose answer was lost, is taken.
		await castBallot(app, voters[0]!, voteId, dots(1), 2);
		// One that took a ballot back is not undone by an older one.
		await castBallot(app, voters[0]!, voteId, {}, 3);
		await expect(castBallot(app, voters[0]!, voteId, dots(1), 2)).rejects.toThrow(
			'ballot_superseded'
		);
		expect(await recorded(0, voteId)).toEqual({ ballot: {}, turn: 3 });
	});

	test('[VO17] a hall that comes back to a published vote finds the result, and nobody writes', async () => {
		const voteId = await openVote();
		await cast(0, voteId, 1);
		await publish(voteId);
		const go = async (activity: number): Promise<void> => {
			const { version } = await stage();
			await app.stage.openActivity(lead(), made.workshopId, made.activityIds[activity]!, version);
		};
		await go(1);
		await go(0);
		expect(await stage()).toMatchObject({ view: 'results', vote: { id: voteId }, timer: null });
		expect(isWriting(await stage())).toBe(false);
		const show = async (view: 'board' | 'results'): Promise<void> =>
			app.stage.show(lead(), made.workshopId, view, (await stage()).version);
		await show('board');
		await show('results');
		expect((await stage()).view).toBe('results');
		await app.stage.reopenWriting(lead(), made.workshopId, (await stage()).version);
		expect(await stage()).toMatchObject({ view: 'board' });
		expect(isWriting(await stage())).toBe(true);
	});

	test('[VO16] documents name the vote that a facilitator chose, at first the first one', async () => {
		const vote = async (scores: number[]) => {
			const voteId = await openVote();
			for (const voter of [0, 1, 2, 3]) await cast(voter, voteId, ...scores);
			await publish(voteId);
			return voteId;
		};
		const placeOf = async (cluster: number) =>
			(await app.votes.ranking(lead(), made.workshopId)).get(clusters[cluster]!);
		const first = await vote([2]);
		const second = await vote([0, 2]);
		expect(await placeOf(0)).toMatchObject({ voteId: first, score: 8, rank: 1 });
		await app.votes.citeVote(lead(), second, true);
		expect(await placeOf(0)).toMatchObject({ voteId: second, score: 0, rank: 2 });
		expect((await app.votes.published(lead(), made.workshopId)).map(({ cited }) => cited)).toEqual([
			false,
			true
		]);
		await app.votes.citeVote(lead(), second, false);
		expect(await placeOf(0)).toBeUndefined();
		const open = await openVote();
		await expect(app.votes.citeVote(lead(), open, true)).rejects.toThrow('vote_open');
	});

	test('[VO8] everybody meets the options in an order of their own, always the same one', async () => {
		for (let more = 0; more < 9; more++) clusters.push(await makeVoted(`م${more}`, 10 + more));
		const voteId = await openVote();
		const orderFor = async (index: number) =>
			(await app.votes.voteFor(voters[index]!, voteId)).options.map(({ ref }) => ref);
		const first = await orderFor(0);
		expect(await orderFor(0)).toEqual(first);
		expect(await orderFor(1)).not.toEqual(first);
	});

	test('[VO9] groups are told to facilitators and directors, where enough voted', async () => {
		for (let more = 0; more < 2; more++)
			voters.push(await joinAs(db, made.workshopId, made.categoryIds[1]!));
		const voteId = await openVote();
		for (const index of voters.keys()) await cast(index, voteId, 1);
		await publish(voteId);
		const [first, second, third] = made.categoryIds;
		const support = Object.fromEntries(
			clusters.map((ref, index) => [
				ref,
				// Seven dots of three and of four people: a band of each could tell that one of them gave all.
				index === 0 ? { withheld: 'derivable' } : { band: 'few' }
			])
		);
		expect((await results(voteId)).groups).toEqual([
			{ categoryIds: [first], voters: 3, support },
			// The press only observes: nobody of it took part, and it is told with its neighbour.
			{ categoryIds: [second, third], voters: 4, support }
		]);
		const theirs = await app.votes.results(director('fes-meknes'), made.workshopId, voteId);
		expect(theirs.groups).toHaveLength(2);
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

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import { findGuestActor } from '#lib/server/access/load-actor.ts';
import type { App } from '#lib/server/app.ts';
import type { RootDb } from '#lib/server/db/database.ts';
import { getPersonActor } from '#lib/server/reads/present-people.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { refusalOf } from '../../support/refusal.ts';
import { browserOf } from '../../support/workshops/browser.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { openApp } from '../../support/workshops/people.ts';
import { castBallot, endVote, publishVote } from '../../support/workshops/publish-vote.ts';
import {
	director,
	facilitator,
	joinAs,
	makeCluster,
	makeNote
} from '../../support/workshops/workshop-people.ts';

forEachEngine('who joins after a vote was opened', (open) => {
	let db: RootDb;
	let app: App;
	let made: MadeWorkshop;
	let cluster: string;
	let voters: GuestActor[];

	beforeEach(async () => {
		db = await open();
		app = await openApp(db);
		made = await makeWorkshop(db);
		voters = [];
		for (const index of [0, 0, 1, 1, 1])
			voters.push(await joinAs(db, made.workshopId, made.categoryIds[index]!));
		const note = { author: voters[0]!, text: 'التسويق' };
		const notes = [await makeNote(db, made.workshopId, made.boardIds[0]!, note)];
		cluster = await makeCluster(db, made.groupingId, 'التسويق', { notes });
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	async function openVote(): Promise<string> {
		const { version } = await app.stage.get(lead(), made.workshopId);
		return app.votes.openVote(lead(), made.workshopId, made.activityIds[0]!, version);
	}
	/** Joins by the code, as a phone does. */
	async function join(name: string): Promise<GuestActor> {
		const { joinCode } = await app.workshops.get(lead(), made.workshopId);
		const { participantId } = await app.participants.join(
			{
				code: joinCode,
				categoryId: made.categoryIds[0]!,
				language: 'ar',
				name,
				organisation: '',
				province: ''
			},
			browserOf(app)
		);
		const actorId = await getPersonActor(db, made.workshopId, participantId);
		return (await findGuestActor(db, actorId))!;
	}
	const cast = (voter: GuestActor, voteId: string, count = 1) =>
		castBallot(app, voter, voteId, { [cluster]: count });
	const waiting = async (voteId: string) =>
		(await app.votes.waiting(lead(), voteId)).map(({ participantId }) => participantId);
	const turnout = (voteId: string) => app.votes.turnout(lead(), voteId);

	test('[VO19] a hundred who join after the opening add no ballot and no voter', async () => {
		const voteId = await openVote();
		const late: GuestActor[] = [];
		for (let index = 0; index < 100; index++) late.push(await join(`شخص ${index}`));
		const answers = await Promise.all(late.map((guest) => refusalOf(cast(guest, voteId, 2))));
		expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['vote_joined_late']));
		for (const voter of voters) await cast(voter, voteId);
		expect(await turnout(voteId)).toEqual({ voted: 5, mayVote: 5 });
		expect(new Set(await waiting(voteId))).toEqual(
			new Set(late.map(({ participantId }) => participantId))
		);
		await publishVote(app, lead(), made.workshopId, voteId);
		const {
			electorate,
			voters: voted,
			outcome
		} = await app.votes.results(lead(), made.workshopId, voteId);
		expect([electorate, voted, outcome?.cast]).toEqual([5, 5, 5]);
	});

	test('[VO19] a facilitator lets one of them vote, and no other', async () => {
		const voteId = await openVote();
		const one = await join('سعاد');
		const other = await join('أحمد');
		expect((await app.votes.voteFor(one, voteId)).waits).toBe(true);
		expect((await app.votes.voteFor(voters[0]!, voteId)).waits).toBe(false);
		expect(await app.votes.waiting(lead(), voteId)).toMatchObject([
			{ name: 'سعاد', categoryId: made.categoryIds[0] },
			{ name: 'أحمد' }
		]);
		expect(await app.votes.letVote(lead(), voteId, [one.participantId])).toBe(1);
		await cast(one, voteId);
		expect((await app.votes.voteFor(one, voteId)).waits).toBe(false);
		expect(await refusalOf(cast(other, voteId))).toMatchObject({ code: 'vote_joined_late' });
		expect(await waiting(voteId)).toEqual([other.participantId]);
		expect(await turnout(voteId)).toEqual({ voted: 1, mayVote: 6 });
	});

	test('[VO19] letting in those who are shown lets nobody in who came meanwhile, and nobody twice', async () => {
		const voteId = await openVote();
		await join('سعاد');
		await join('أحمد');
		const shown = await waiting(voteId);
		const meanwhile = await join('مجهول');
		const press = () => app.votes.letVote(lead(), voteId, shown);
		expect((await Promise.all([press(), press()])).sort()).toEqual([0, 2]);
		expect(await waiting(voteId)).toEqual([meanwhile.participantId]);
		const stranger = await makeWorkshop(db);
		const elsewhere = await joinAs(db, stranger.workshopId, stranger.categoryIds[0]!);
		expect(await app.votes.letVote(lead(), voteId, [elsewhere.participantId])).toBe(0);
	});

	test('[VO19] only who runs the workshop sees who waits and lets them vote', async () => {
		const voteId = await openVote();
		const late = await join('سعاد');
		for (const actor of [late, voters[0]!, director('fes-meknes'), facilitator('somebody')]) {
			expect(await refusalOf(app.votes.waiting(actor, voteId))).toMatchObject({
				code: 'forbidden'
			});
			const letting = app.votes.letVote(actor, voteId, [late.participantId]);
			expect(await refusalOf(letting)).toMatchObject({ code: 'forbidden' });
		}
		expect(await waiting(voteId)).toEqual([late.participantId]);
	});

	test('[VO19] [RN13] once voting has ended nobody is let in, and who came meanwhile waits when it goes on', async () => {
		const voteId = await openVote();
		const late = await join('سعاد');
		await endVote(app, lead(), made.workshopId, voteId);
		expect(await waiting(voteId)).toEqual([]);
		expect((await app.votes.voteFor(late, voteId)).waits).toBe(false);
		const letting = app.votes.letVote(lead(), voteId, [late.participantId]);
		expect(await refusalOf(letting)).toMatchObject({ code: 'stale' });
		const { version } = await app.stage.get(lead(), made.workshopId);
		await app.votes.reopenVote(lead(), made.workshopId, voteId, version);
		expect(await waiting(voteId)).toEqual([late.participantId]);
		await cast(voters[0]!, voteId);
	});

	test('[VO19] an observer of the opening who is made a participant has a vote, as a facilitator wanted it', async () => {
		const guest = voters[0]!;
		await app.people.setRole(lead(), made.workshopId, guest.participantId, 'observer');
		const voteId = await openVote();
		expect(await turnout(voteId)).toEqual({ voted: 0, mayVote: 4 });
		await app.people.setRole(lead(), made.workshopId, guest.participantId, 'participant');
		await cast(guest, voteId);
		expect(await turnout(voteId)).toEqual({ voted: 1, mayVote: 5 });
	});

	test('[VO19] a vote opened after they joined is theirs as everybody’s', async () => {
		const first = await openVote();
		const late = await join('سعاد');
		await publishVote(app, lead(), made.workshopId, first);
		const second = await openVote();
		await cast(late, second);
		expect(await turnout(second)).toEqual({ voted: 1, mayVote: 6 });
	});
});

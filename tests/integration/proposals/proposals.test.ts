import { afterEach, beforeEach, expect, test } from 'vitest';
import { addAxis, addObjective, readPlan } from '#lib/board/plan-doc.ts';
import { noteRefId } from '#lib/board/clusters-doc.ts';
import type { GuestActor } from '#lib/domain/people/actor.ts';
import type { App } from '#lib/server/app.ts';
import type { ProposalDraft } from '#lib/server/proposals/proposal.service.ts';
import { castBallot, publishVote } from '../../support/workshops/publish-vote.ts';
import { makeWorkshop, type MadeWorkshop } from '../../support/workshops/make-workshop.ts';
import { forEachEngine } from '../../support/database/open-test-database.ts';
import { openApp } from '../../support/workshops/people.ts';
import {
	director,
	endWriting,
	facilitator,
	joinAs,
	makeCluster,
	makeNote,
	makeRegion
} from '../../support/workshops/workshop-people.ts';

forEachEngine('proposals and the plan', (open) => {
	let app: App;
	let made: MadeWorkshop;
	let people: GuestActor[];
	let notes: string[];
	let clusterId: string;

	beforeEach(async () => {
		app = await openApp(await open());
		made = await makeWorkshop(app.db, {
			workshop: { region_id: await makeRegion(app.db) },
			categories: [{}, {}, {}],
			activities: [{}, { kind: 'vote', state: 'planned', opened_at: null }]
		});
		people = [];
		for (const index of [0, 0, 0, 1, 2, 2, 1])
			people.push(await joinAs(app.db, made.workshopId, made.categoryIds[index]!));
		const refs = [];
		for (const [index, text] of ['غياب الضمانات', 'كلفة القروض', 'التسويق'].entries())
			refs.push(
				await makeNote(app.db, made.workshopId, made.boardIds[0]!, {
					author: people[index === 1 ? 3 : 0]!,
					text
				})
			);
		notes = refs.map(noteRefId);
		clusterId = await makeCluster(app.db, made.groupingId, 'التمويل', { notes: refs.slice(0, 2) });
	});
	afterEach(() => app.close());

	const lead = () => facilitator(made.facilitatorId);
	const list = () => app.proposals.list(lead(), made.workshopId);
	const create = (draft: Partial<ProposalDraft> = {}) =>
		app.proposals.create(lead(), made.workshopId, {
			text: { ar: 'إحداث صندوق جهوي للضمان' },
			clusterIds: [clusterId],
			noteKeys: notes.slice(0, 2),
			...draft
		});
	async function planWithObjective(): Promise<string> {
		let objectiveId = '';
		await app.rooms.change('plan', made.planId, made.facilitatorId, (doc) => {
			objectiveId = addObjective(doc, addAxis(doc, { ar: 'التمويل' }), { ar: 'الولوج' });
		});
		return objectiveId;
	}

	test('[PR1] a proposal keeps its links to clusters and notes', async () => {
		await create();
		const [proposal] = await list();
		expect(proposal).toMatchObject({
			number: 1,
			status: 'draft',
			clusterIds: [clusterId],
			noteKeys: notes.slice(0, 2),
			version: 1
		});
		expect(proposal!.clusters.map(({ title }) => title.ar)).toEqual(['التمويل']);
		expect(proposal!.notes.map(({ text }) => text)).toEqual(['غياب الضمانات', 'كلفة القروض']);
		expect(await app.proposals.count(lead(), made.workshopId)).toBe(1);
	});

	test('[PR1] merging a cluster or deleting a note breaks no link', async () => {
		await create();
		await app.db.updateTable('cluster').set({ deleted: 1 }).execute();
		await app.db.updateTable('note').set({ deleted: 1, text: '' }).execute();
		const [proposal] = await list();
		expect(proposal!.clusters.map(({ title }) => title.ar)).toEqual(['التمويل']);
		expect(proposal!.noteKeys).toHaveLength(2);
		expect(proposal!.notes).toEqual([]);
	});

	test('[PR11] a cluster brings the notes that stand in it, so that its actions show them and they are taken up', async () => {
		const objectiveId = await planWithObjective();
		const id = await create({ noteKeys: [] });
		expect((await list())[0]!.noteKeys).toEqual(notes.slice(0, 2));
		expect(await app.proposals.untracedNotes(lead(), made.workshopId)).toHaveLength(3);
		await app.proposals.toAction(lead(), id, { title: { ar: 'صندوق' }, objectiveId });
		// What is taken off a proposal afterwards stays off, and a cluster that is linked later brings its own.
		await app.proposals.edit(lead(), id, 1, { noteKeys: [] });
		expect((await list())[0]!.noteKeys).toEqual([]);
		await app.proposals.edit(lead(), id, 2, { clusterIds: [] });
		await app.proposals.edit(lead(), id, 3, { clusterIds: [clusterId] });
		expect((await list())[0]!.noteKeys).toEqual(notes.slice(0, 2));
	});

	test('[PR2] numbers count in the order of creation, also when two create at once', async () => {
		await Promise.all([create(), create({ text: { fr: 'Fonds revolving' } })]);
		expect((await list()).map(({ number }) => number)).toEqual([1, 2]);
	});

	test('[PR3] a text and what it names must exist', async () => {
		await expect(create({ text: { ar: '  ' } })).rejects.toThrow('text_empty');
		await expect(create({ text: { ar: 'ا'.repeat(401) } })).rejects.toThrow('text_too_long');
		await expect(create({ clusterIds: ['elsewhere'] })).rejects.toThrow('not_found');
		await expect(create({ noteKeys: ['a/b'] })).rejects.toThrow('not_found');
		const other = await makeWorkshop(app.db);
		const theirs = await makeCluster(app.db, other.groupingId, 'هناك');
		await expect(create({ clusterIds: [theirs] })).rejects.toThrow('not_found');
		expect(await list()).toEqual([]);
	});

	test('[PR4] a change names the version it saw; of two the second is stale', async () => {
		const id = await create();
		await app.proposals.edit(lead(), id, 1, { status: 'adopted', noteKeys: [notes[2]!] });
		await expect(app.proposals.edit(lead(), id, 1, { text: { ar: 'نص آخر' } })).rejects.toThrow(
			'stale'
		);
		expect(await list()).toMatchObject([
			{
				status: 'adopted',
				version: 2,
				noteKeys: [notes[2]],
				text: { ar: 'إحداث صندوق جهوي للضمان' }
			}
		]);
		await app.proposals.edit(lead(), id, 2, { text: { ar: 'نص آخر' }, clusterIds: [] });
		expect(await list()).toMatchObject([{ text: { ar: 'نص آخر' }, clusterIds: [], version: 3 }]);
	});

	test('[PR5] a proposal that an action grew from stays', async () => {
		const objectiveId = await planWithObjective();
		const id = await create();
		await app.proposals.toAction(lead(), id, { title: { ar: 'صندوق' }, objectiveId });
		await expect(app.proposals.remove(lead(), id, 1)).rejects.toThrow('proposal_in_use');
		const other = await create();
		await expect(app.proposals.remove(lead(), other, 7)).rejects.toThrow('stale');
		await app.proposals.remove(lead(), other, 1);
		expect((await list()).map((proposal) => proposal.id)).toEqual([id]);
	});

	test('[PR15] a removed proposal comes back with its number, its links and its words, once', async () => {
		const first = await create();
		const second = await create();
		const before = await list();
		await app.proposals.remove(lead(), first, 1);
		await app.proposals.remove(lead(), second, 1);
		expect(await list()).toEqual([]);
		for (const actor of [facilitator('another'), director('fes-meknes')])
			await expect(app.proposals.restore(actor, first)).rejects.toThrow('forbidden');
		await app.proposals.restore(lead(), first);
		await expect(app.proposals.restore(lead(), first)).rejects.toThrow('not_found');
		const version = expect.any(Number) as number;
		expect(await list()).toEqual([{ ...before[0], version }]);
		// Another one got the number meanwhile.
		await create();
		await app.proposals.restore(lead(), second);
		expect((await list()).map(({ number }) => number)).toEqual([1, 2, 3]);
		expect((await list())[2]!.id).toBe(second);
	});

	test('[PR6] an action made of a proposal stands in the plan with its code and its link', async () => {
		const objectiveId = await planWithObjective();
		const id = await create();
		const first = await app.proposals.toAction(lead(), id, { title: { ar: 'أول' }, objectiveId });
		const second = await app.proposals.toAction(lead(), id, { title: { ar: 'ثان' }, objectiveId });
		expect([first.code, second.code]).toEqual(['1.1.1', '1.1.2']);
		const plan = await app.rooms.read('plan', made.planId, readPlan);
		expect(plan.actions[1]).toMatchObject({ title: { ar: 'ثان' }, proposalIds: [id], objectiveId });
		expect((await list())[0]!.actions).toEqual([
			{ id: first.actionId, code: '1.1.1' },
			{ id: second.actionId, code: '1.1.2' }
		]);
		await expect(
			app.proposals.toAction(lead(), id, { title: { ar: 'أول' }, objectiveId: 'gone' })
		).rejects.toThrow('not_found');
	});

	/** Everybody wrote, and writing has ended. */
	async function allWrote(): Promise<void> {
		for (const author of people)
			await makeNote(app.db, made.workshopId, made.boardIds[0]!, { author, text: 'رأي' });
		await endWriting(app.db, made.workshopId);
	}

	test('[PR7] categories that were heard are named only where enough of them wrote', async () => {
		await create();
		expect((await list())[0]!.categories).toEqual([]);
		await allWrote();
		const [proposal] = await list();
		// Three of the first category wrote, and two of each of the others.
		expect(proposal!.categories.map(({ id }) => id)).toEqual([made.categoryIds[0]]);
		expect(JSON.stringify(await list())).not.toContain(people[3]!.id);
	});

	test('[PR7] a category is not named where the one that is hidden would follow from it', async () => {
		await create();
		await app.db
			.updateTable('participant')
			.set({ category_id: made.categoryIds[0]! })
			.where('category_id', '=', made.categoryIds[2]!)
			.execute();
		await allWrote();
		// Five of the first and two of the second: whoever is not of the first is one of these.
		const [proposal] = await list();
		expect(proposal!.categories).toEqual([]);
	});

	test('[PR8] facilitators write, directors of the region read, guests do neither', async () => {
		const id = await create();
		expect(await app.proposals.list(director('fes-meknes'), made.workshopId)).toHaveLength(1);
		for (const actor of [director('fes-meknes'), people[0]!, facilitator('somebody')]) {
			await expect(
				app.proposals.create(actor, made.workshopId, {
					text: { ar: 'مقترح' },
					clusterIds: [],
					noteKeys: []
				})
			).rejects.toThrow('forbidden');
			await expect(app.proposals.edit(actor, id, 1, {})).rejects.toThrow('forbidden');
			await expect(app.proposals.remove(actor, id, 1)).rejects.toThrow('forbidden');
			await expect(
				app.proposals.toAction(actor, id, { title: { ar: 'إجراء' }, objectiveId: 'o' })
			).rejects.toThrow('forbidden');
		}
		for (const actor of [people[0]!, director('oriental')]) {
			await expect(app.proposals.list(actor, made.workshopId)).rejects.toThrow('forbidden');
			await expect(app.proposals.material(actor, made.workshopId)).rejects.toThrow('forbidden');
		}
	});

	test('[PR9] proposals are made from clusters in the order of their ranks, with their notes', async () => {
		const winner = await makeCluster(app.db, made.groupingId, 'الحكامة', { position: 9 });
		const voters = [people[0]!];
		while (voters.length < 4)
			voters.push(await joinAs(app.db, made.workshopId, made.categoryIds[0]!));
		const { version } = await app.stage.get(lead(), made.workshopId);
		const voteId = await app.votes.openVote(lead(), made.workshopId, made.activityIds[1]!, version);
		for (const voter of voters) await castBallot(app, voter, voteId, { [winner]: 2 });
		const before = await app.proposals.material(lead(), made.workshopId);
		expect(before.clusters.map(({ place }) => place)).toEqual([null, null]);
		await publishVote(app, lead(), made.workshopId, voteId);
		const { clusters, unclustered } = await app.proposals.material(lead(), made.workshopId);
		expect(clusters.map(({ id, place }) => [id, place?.score, place?.rank])).toEqual([
			[winner, 8, 1],
			[clusterId, 0, 2]
		]);
		expect(clusters[1]!.notes.map(({ ref }) => ref)).toEqual(notes.slice(0, 2));
		expect(unclustered.map(({ ref }) => ref)).toEqual([notes[2]]);
	});

	test('[PL3] the plan is read as it stands on disk, and written by facilitators alone', async () => {
		await planWithObjective();
		const { plan, mayWrite } = await app.plans.read(lead(), made.workshopId);
		expect(plan).toEqual(await app.rooms.read('plan', made.planId, readPlan));
		expect(mayWrite).toBe(true);
		expect((await app.plans.read(director('fes-meknes'), made.workshopId)).mayWrite).toBe(false);
		for (const actor of [people[0]!, director('oriental'), facilitator('somebody')])
			await expect(app.plans.read(actor, made.workshopId)).rejects.toThrow('forbidden');
	});

	test('[PL4] an action leads back to its proposals, clusters and people’s own words', async () => {
		const objectiveId = await planWithObjective();
		const { actionId } = await app.proposals.toAction(lead(), await create(), {
			title: { ar: 'صندوق' },
			objectiveId
		});
		const untracedRefs = async () =>
			(await app.proposals.untracedNotes(lead(), made.workshopId)).map(({ ref }) => ref);
		expect(await untracedRefs()).toEqual([notes[2]]);
		await allWrote();
		const chain = await app.plans.provenance(lead(), made.workshopId, actionId);
		expect(chain.proposals.map(({ number }) => number)).toEqual([1]);
		expect(chain.clusters.map(({ id }) => id)).toEqual([clusterId]);
		expect(chain.notes.map(({ ref }) => ref)).toEqual(notes.slice(0, 2));
		expect(chain.categories.map(({ id }) => id)).toEqual([made.categoryIds[0]]);
	});
});

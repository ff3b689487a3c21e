import { addCluster, type NoteRef } from '#lib/board/clusters-doc.ts';
import { addAction, addAxis, addObjective } from '#lib/board/plan-doc.ts';
import type { FinancingStatus } from '#lib/domain/action-plan.ts';
import type { GuestActor } from '#lib/domain/actor.ts';
import type { App } from '#lib/server/app.ts';
import example from '#lib/server/example/fes-meknes-workshop.json' with { type: 'json' };
import { makeWorkshop, type MadeWorkshop } from './make-workshop.ts';
import { facilitator, joinAs, makeNote } from './workshop-people.ts';

const FUNDS: Record<string, FinancingStatus> = {
	مؤكد: 'confirmed',
	'قيد التفاوض': 'negotiating',
	للتعبئة: 'to_mobilise'
};

/** The example's ids by ours, for every kind of thing alike, and the workshop that holds them. */
export interface ExampleWorkshop {
	readonly made: MadeWorkshop;
	readonly idOf: ReadonlyMap<string, string>;
	/** Notes by `<board>/<key>`. */
	readonly nameOf: (ourId: string) => string;
}

/** Runs the shipped example through the services, so that its expected figures can be checked. */
export async function runExampleWorkshop(app: App): Promise<ExampleWorkshop> {
	const { db } = app;
	const made = await makeWorkshop(db, {
		categories: example.stakeholder_categories.map((category) => ({
			expected: category.count,
			observing: category.id === 'c17' ? (1 as const) : (0 as const)
		})),
		activities: example.agenda.map((item) => ({
			kind: item.type === 'break' ? ('break' as const) : ('notes' as const),
			state: 'planned' as const,
			vote: item.id === example.dot_vote.activity_id ? '{"budget":5,"cap":2}' : 'null'
		}))
	});
	const { workshopId } = made;
	const lead = facilitator(made.facilitatorId);
	const idOf = new Map<string, string>();
	example.stakeholder_categories.forEach(({ id }, at) => idOf.set(id, made.categoryIds[at]!));
	example.agenda.forEach(({ id }, at) => idOf.set(id, made.activityIds[at]!));
	const ours = (name: string): string => {
		const id = idOf.get(name);
		if (id === undefined) throw new Error(`nothing of the example is called ${name}`);
		return id;
	};

	const people = new Map<string, GuestActor>();
	for (const { id, category_id } of example.participants)
		people.set(id, await joinAs(db, workshopId, ours(category_id), category_id === 'c17'));
	const refs = new Map<string, NoteRef>();
	for (const note of example.notes) {
		const ref = await makeNote(db, workshopId, ours(note.activity_id), {
			author: people.get(note.author_id)!,
			text: note.text,
			columnId: note.column
		});
		refs.set(note.id, ref);
		idOf.set(note.id, `${ref.board}/${ref.key}`);
	}
	await app.rooms.change('clusters', workshopId, lead.id, (doc) => {
		for (const cluster of example.clusters) {
			const title = { ar: cluster.title_ar, fr: cluster.title_fr };
			const notes = cluster.note_ids.map((id) => refs.get(id)!);
			idOf.set(cluster.id, addCluster(doc, title, notes));
		}
	});

	const { version } = await app.stage.get(lead, workshopId);
	const activityId = ours(example.dot_vote.activity_id);
	const voteId = await app.votes.openVote(lead, workshopId, activityId, version);
	const ballots = new Map<string, Map<string, number>>();
	for (const { voter_id, target_id, dots } of example.dot_vote.ballots)
		ballots.set(
			voter_id,
			(ballots.get(voter_id) ?? new Map<string, number>()).set(ours(target_id), dots)
		);
	for (const [voter, ballot] of ballots)
		await app.votes.castVote(people.get(voter)!, voteId, ballot);
	await app.votes.closeVote(lead, workshopId, voteId, version + 1);

	for (const proposal of example.proposals)
		idOf.set(
			proposal.id,
			await app.proposals.create(lead, workshopId, {
				text: { ar: proposal.text_ar },
				status: 'adopted',
				clusterIds: proposal.cluster_ids.map(ours),
				noteKeys: proposal.note_ids.map(ours)
			})
		);
	await app.rooms.change('plan', workshopId, lead.id, (doc) => {
		const plan = example.action_plan;
		for (const axis of plan.axes) idOf.set(axis.id, addAxis(doc, { ar: axis.ar, fr: axis.fr }));
		for (const { id, axis_id, ar } of plan.objectives)
			idOf.set(id, addObjective(doc, ours(axis_id), { ar }));
		for (const action of plan.actions)
			idOf.set(
				action.id,
				addAction(
					doc,
					{ ar: action.title_ar, fr: action.title_fr },
					{
						code: action.code,
						objectiveId: ours(action.objective_id),
						cost: action.budget_mad,
						financing: action.financing.map((line) => ({
							source: line.source_ar,
							amount: line.amount_mad,
							status: FUNDS[line.status_ar]!
						})),
						start: action.start,
						end: action.end,
						proposalIds: action.proposal_ids.map(ours)
					}
				)
			);
	});
	const names = new Map([...idOf].map(([name, id]) => [id, name]));
	return { made, idOf, nameOf: (id) => names.get(id) ?? id };
}

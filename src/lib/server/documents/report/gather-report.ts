import { columnsOf } from '#lib/domain/activities/activity-setup.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Editor } from '#lib/domain/boards/note-mark.ts';
import { runTimes, type RunTimes } from '#lib/domain/activities/agenda-as-run.ts';
import type { ProposalStatus } from '#lib/domain/proposals/proposal.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { WorkshopDay } from '#lib/domain/workshops/workshop-day.ts';
import type { WorkshopState } from '#lib/domain/workshops/workshop.ts';
import { listActivityStates } from '../../reads/activity-state.ts';
import { listStageSteps } from '../../reads/stage-steps.ts';
import { countEverything } from '../../reads/workshop-counts.ts';
import { gatherChain } from '../workshop/gather-chain.ts';
import { gatherFrame } from '../workshop/gather-frame.ts';
import { gatherParticipants } from '../workshop/gather-participants.ts';
import { gatherVotes, type DocumentVote } from '../workshop/gather-votes.ts';
import type { Gathering } from '../workshop/gathering.ts';
import { noteNumbers } from '../workshop/note-numbers.ts';
import type { DocumentWorkshop } from '../workshop/workshop-frame.ts';
import type { Participation, RankedCluster } from '../workshop/workshop-sections.ts';

/** Everything that the report of a workshop says, without a language. Nobody's name stands in it. */
export interface ReportMatter extends Participation {
	readonly named: { readonly title: LocalizedText; readonly date: string | null };
	readonly workshop: DocumentWorkshop;
	readonly state: WorkshopState;
	readonly days: readonly WorkshopDay[];
	readonly objectives: readonly LocalizedText[];
	readonly counts: {
		readonly participants: number;
		readonly notes: number;
		readonly clusters: number;
		readonly proposals: number;
		readonly actions: number;
	};
	readonly agenda: readonly ReportActivity[];
	/** By rank where there was a vote, by number of notes otherwise. */
	readonly clusters: readonly ReportCluster[];
	readonly unclustered: readonly ReportNote[];
	/** Oldest first. */
	readonly votes: readonly DocumentVote[];
	readonly proposals: readonly ReportProposal[];
	/** All contributions that stand, by board, then as they were written. */
	readonly notes: readonly ReportNote[];
	/** Epoch milliseconds. */
	readonly generatedAt: number;
}

/** An item of the agenda, how it was planned and how it was run, and what was kept of it. */
export interface ReportActivity {
	readonly activity: Activity;
	/** Null when it was not run, or not yet. */
	readonly run: RunTimes | null;
	/** As its kind checked it; null when nothing was kept. */
	readonly state: unknown;
}

/** A contribution: its words and where they stood, never whose they are. */
export interface ReportNote {
	/** n001… in that order. */
	readonly id: string;
	readonly activityId: string;
	readonly column: LocalizedText;
	readonly text: string;
	/** Who changed its words last; null while they are its author's. */
	readonly editedBy: Editor | null;
	/** The titles of the clusters that it stands in. */
	readonly clusters: readonly LocalizedText[];
}

export interface ReportCluster extends Omit<RankedCluster, 'notes'> {
	/** None where it was taken apart or merged since it was voted on. */
	readonly notes: readonly ReportNote[];
	readonly gone?: true;
}

export interface ReportProposal {
	readonly number: number;
	readonly text: LocalizedText;
	readonly status: ProposalStatus;
	readonly clusters: readonly LocalizedText[];
	/** How many contributions it grew from. */
	readonly notes: number;
	/** The codes of the actions that grew from it. */
	readonly actions: readonly string[];
}

/** The workshop as its report tells it, whatever of it is there by now. */
export async function gatherReport(gathering: Gathering): Promise<ReportMatter> {
	const { sources, workshopId, at } = gathering;
	const { db } = sources;
	const { workshop, frame } = await gatherFrame(gathering);
	const agenda = await sources.agenda.listOf(db, workshopId);
	const runs = runTimes(await listStageSteps(db, workshopId), at);
	const states = await listActivityStates(db, workshopId);
	const { proposals, material, notes: written } = await gatherChain(gathering);
	const votes = await gatherVotes(gathering);
	const { participants, notes, clusters, actions, ...counts } = await countEverything(
		db,
		workshopId
	);

	const numberOf = noteNumbers(written);
	const titles = new Map(material.clusters.map(({ id, title }) => [id, title]));
	const columns = new Map(
		agenda.flatMap((activity) =>
			columnsOf(activity).map(({ id, name }) => [`${activity.id}/${id}`, name] as const)
		)
	);
	const contributions = new Map(
		written.map(({ ref, activityId, columnId, text, editedBy, clusterIds }) => [
			ref,
			{
				id: numberOf(ref)[0] ?? '',
				activityId,
				column: columns.get(`${activityId}/${columnId}`) ?? {},
				text,
				editedBy,
				clusters: clusterIds.flatMap((id) => titles.get(id) ?? [])
			}
		])
	);
	const told = ({ ref }: { readonly ref: string }): ReportNote[] =>
		[contributions.get(ref)].flatMap((note) => note ?? []);
	const voted = [...material.clusters, ...material.gone].some(({ place }) => place !== null);
	const ranked: ReportCluster[] = [
		...material.clusters.map(({ title, notes, place }) => ({
			title,
			place,
			notes: notes.flatMap(told)
		})),
		...material.gone.map(({ title, place }) => ({ title, place, notes: [], gone: true as const }))
	];
	const rankOf = ({ place }: ReportCluster): number => place?.rank ?? Infinity;

	return {
		named: { title: workshop.title, date: workshop.date },
		workshop: frame,
		state: workshop.state,
		days: workshop.days,
		objectives: workshop.objectives,
		counts: { participants, notes, clusters, proposals: counts.proposals, actions },
		agenda: agenda.map((activity) => ({
			activity,
			run: runs.get(activity.id) ?? null,
			state: states.get(activity.id) ?? null
		})),
		...(await gatherParticipants(gathering, participants)),
		anonymityFloor: workshop.anonymityFloor,
		admission: workshop.admission,
		clusters: voted
			? ranked.sort((a, b) => rankOf(a) - rankOf(b) || 0)
			: ranked.sort((a, b) => b.notes.length - a.notes.length),
		unclustered: material.unclustered.flatMap(told),
		votes,
		proposals: proposals.map(({ number, text, status, clusters, noteKeys, actions }) => ({
			...{ number, text, status },
			clusters: clusters.map(({ title }) => title),
			notes: noteKeys.flatMap(numberOf).length,
			actions: actions.map(({ code }) => code)
		})),
		notes: [...contributions.values()],
		generatedAt: at
	};
}

import type { Editor } from '#lib/domain/boards/note-mark.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import type { ActivityKind, ParametersOf } from '#lib/domain/activities/activities.ts';
import type { VoteRules } from '#lib/domain/ballots/ballot-methods.ts';
import type { BallotUnit } from '#lib/domain/ballots/ballot-methods.ts';
import type { GroupOutcome } from '#lib/domain/votes/publication.ts';
import type { GroupFigures } from '#lib/domain/workshops/workshop-figures.ts';
import type { LocalizedText } from '#lib/domain/text/locale.ts';
import type { ProposalStatus } from '#lib/domain/proposals/proposal.ts';
import type { OrganiserRole } from '#lib/domain/workshops/workshop.ts';

/** Name and version of the format, the first field of each file. */
export const WORKSHOP_DATA_SCHEMA = 'tachawor-workshop/2';

/**
 * A workshop's data for people and programs outside: no name, no join code, no single ballot. People are
 * pseudonyms that belong to this file alone; a category stands beside a note only where enough people of
 * it are present.
 */
export interface WorkshopData {
	readonly schema: typeof WORKSHOP_DATA_SCHEMA;
	/** ISO 8601, UTC. */
	readonly exportedAt: string;
	/** Set when the data are illustrative. */
	readonly watermark: string | null;
	readonly workshop: WorkshopFacts;
	readonly categories: readonly DataCategory[];
	/** The categories as they are told, small ones together. */
	readonly groups: readonly GroupFigures[];
	readonly agenda: readonly DataActivity[];
	readonly participants: readonly DataParticipant[];
	readonly notes: readonly DataNote[];
	readonly clusters: readonly DataCluster[];
	readonly votes: readonly DataVote[];
	readonly proposals: readonly DataProposal[];
	readonly plan: ActionPlan;
}

export interface WorkshopFacts {
	readonly title: LocalizedText;
	readonly programme: LocalizedText;
	readonly objectives: readonly LocalizedText[];
	readonly venue: LocalizedText;
	readonly region: LocalizedText | null;
	readonly date: string | null;
	readonly startTime: string | null;
	readonly endTime: string | null;
	readonly organisers: readonly { readonly name: string; readonly role: OrganiserRole }[];
}

/** `present` is null where the category is told together with others, or not at all: see `groups`. */
export interface DataCategory {
	readonly id: string;
	readonly name: LocalizedText;
	readonly expected: number;
	readonly present: number | null;
	readonly observing: boolean;
}

export interface DataActivity {
	readonly id: string;
	readonly kind: ActivityKind;
	readonly title: LocalizedText;
	readonly prompt: LocalizedText;
	readonly startTime: string | null;
	readonly durationMinutes: number;
	readonly columns: readonly { readonly id: string; readonly name: LocalizedText }[];
	readonly vote: VoteRules | null;
	/** What is set of it, where its kind keeps a state, which speaks of it. */
	readonly parameters?: ParametersOf<ActivityKind>;
	/** What was kept of it while it was run, null before; left out where its kind keeps nothing. */
	readonly state?: unknown;
}

/** `category` is null where fewer people of it are present than the floor. */
export interface DataParticipant {
	readonly id: string;
	readonly category: string | null;
}

/** `author` is null when the note is nobody’s; `category` also where the floor withholds it. */
export interface DataNote {
	readonly id: string;
	readonly activity: string;
	readonly column: string;
	readonly text: string;
	readonly author: string | null;
	readonly category: string | null;
	/** ISO 8601, UTC. */
	readonly createdAt: string;
	readonly edited: boolean;
	/** Who changed the wording last, where somebody else than its author did. */
	readonly editedBy: Editor | null;
}

export interface DataCluster {
	readonly id: string;
	readonly title: LocalizedText;
	readonly notes: readonly string[];
}

/** The record of one published vote; single ballots never leave the server. */
export interface DataVote {
	readonly activity: string;
	readonly rules: VoteRules;
	readonly unit: BallotUnit;
	/** ISO 8601, UTC. */
	readonly publishedAt: string;
	/** Proposals, plan and documents name this vote. */
	readonly cited: boolean;
	readonly electorate: number;
	readonly voters: number;
	/** Null where so few voted that nothing is told. A cluster may be gone since. */
	readonly totals:
		| readonly {
				readonly cluster: string;
				readonly title: LocalizedText;
				readonly score: number;
				readonly rank: number;
		  }[]
		| null;
	/** By groups of categories; null where there are no totals, or none were kept. */
	readonly groups: readonly GroupOutcome[] | null;
	readonly fingerprint: string;
}

export interface DataProposal {
	readonly number: number;
	readonly text: LocalizedText;
	readonly status: ProposalStatus;
	readonly clusters: readonly string[];
	readonly notes: readonly string[];
}

/** A participant and a note as the server knows them, before pseudonyms and the floor. */
export interface GatheredParticipant {
	readonly id: string;
	readonly categoryId: string;
	/** Says nothing of the order of joining; pseudonyms follow it. */
	readonly order: string;
}
export interface GatheredNote {
	readonly id: string;
	readonly activityId: string;
	readonly columnId: string;
	readonly text: string;
	/** The participant's id, or null when nobody's. */
	readonly participantId: string | null;
	readonly createdAt: number;
	readonly editedBy: Editor | null;
}

/**
 * What {@link workshopData} turns into a file. Hand in revealed, living notes only. Ids of notes are the
 * caller's choice, but clusters and proposals must name notes by the same ids, which must not hold a
 * pseudonym of the boards.
 */
export interface WorkshopDataSource extends Pick<
	WorkshopData,
	'workshop' | 'groups' | 'agenda' | 'clusters' | 'votes' | 'proposals' | 'plan' | 'watermark'
> {
	readonly categories: readonly Omit<DataCategory, 'present'>[];
	readonly participants: readonly GatheredParticipant[];
	readonly notes: readonly GatheredNote[];
	/** Epoch milliseconds. */
	readonly exportedAt: number;
	/** What the file is named after. */
	readonly named: { readonly title: LocalizedText; readonly date: string | null };
}

/** The workshop's data with pseudonyms `p001`… and small categories left unnamed. */
export function workshopData(source: WorkshopDataSource): WorkshopData {
	/** Category to its people, for those that are told alone. */
	const presence = new Map(
		source.groups.flatMap(({ categoryIds: [id = '', ...others], people }) =>
			others.length === 0 && typeof people === 'number' ? [[id, people] as const] : []
		)
	);
	const shown = (categoryId: string): string | null =>
		presence.has(categoryId) ? categoryId : null;

	const people = [...source.participants]
		.sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0))
		.map((person, index) => ({
			...person,
			pseudonym: `p${String(index + 1).padStart(3, '0')}`,
			category: shown(person.categoryId)
		}));
	const byId = new Map(people.map((person) => [person.id, person]));

	return {
		schema: WORKSHOP_DATA_SCHEMA,
		exportedAt: new Date(source.exportedAt).toISOString(),
		watermark: source.watermark,
		workshop: source.workshop,
		categories: source.categories.map((category) => ({
			...category,
			present: presence.get(category.id) ?? null
		})),
		groups: source.groups,
		agenda: source.agenda,
		participants: people.map(({ pseudonym, category }) => ({ id: pseudonym, category })),
		notes: source.notes.map((note) => {
			const author = note.participantId === null ? undefined : byId.get(note.participantId);
			return {
				id: note.id,
				activity: note.activityId,
				column: note.columnId,
				text: note.text,
				author: author?.pseudonym ?? null,
				category: author?.category ?? null,
				createdAt: new Date(note.createdAt).toISOString(),
				edited: note.editedBy !== null,
				editedBy: note.editedBy
			};
		}),
		clusters: source.clusters,
		votes: source.votes,
		proposals: source.proposals,
		plan: source.plan
	};
}

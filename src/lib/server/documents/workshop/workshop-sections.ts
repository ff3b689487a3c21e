import type { BallotUnit } from '#lib/domain/ballots/ballot-methods.ts';
import type { Admission } from '#lib/domain/people/admission.ts';
import { textIn, type LocalizedText } from '#lib/domain/text/locale.ts';
import type { ClusterPlace } from '#lib/domain/votes/publication.ts';
import type { GroupFigure } from '#lib/domain/workshops/workshop-figures.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block, Section, TableContent } from '../content/document-content.ts';
import { UNIT_HEADS } from '#lib/words/ballot-words.ts';
import type { Word } from '#lib/words/plan-words.ts';
import type { DocumentWords } from '../content/document-words.ts';
import { rankWords } from './place-words.ts';
import type { DocumentVote } from './gather-votes.ts';

/** People and notes of a group of categories. */
export interface GroupPresence {
	readonly name: LocalizedText;
	readonly expected: number;
	readonly present: GroupFigure;
	readonly notes: GroupFigure;
}

/** Who came, and what of it may be told. */
export interface Participation {
	/** Whole workshop totals. */
	readonly counts: { readonly participants: number; readonly notes: number };
	readonly participants: readonly GroupPresence[];
	/** When it was told what `participants` say, epoch milliseconds; null before. */
	readonly groupsToldAt: number | null;
	/** Smallest number of people that may be told of; the maker of `participants` applied it. */
	readonly anonymityFloor: number;
	/** How people came in, and so what the figures and votes can stand for. */
	readonly admission: Admission;
}

/** A cluster, with its place in the vote that is cited for it. */
export interface RankedCluster {
	readonly title: LocalizedText;
	/** Null where the cluster was merged or taken apart since the vote. */
	readonly notes: number | null;
	/** Null when it was not voted on. */
	readonly place: Pick<ClusterPlace, 'unit' | 'score' | 'rank' | 'tied'> | null;
}

/** What each level of joining protects, as it was told to those who joined. */
const ADMISSION_TOLD: Readonly<Record<Admission, Word>> = {
	open: m.document_admission_open,
	tickets: m.document_admission_tickets,
	list: m.document_admission_list
};

/** Who was expected and who came, by category, in numbers only, and how people came in. */
export function participantsSection(document: Participation, words: DocumentWords): Section {
	const { say } = words;
	const nobody = document.counts.participants === 0;
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: say(m.document_participants) },
		nobody
			? { kind: 'paragraph', tone: 'warning', text: say(m.document_nobody_yet) }
			: { kind: 'paragraph', tone: 'muted', text: say(m.document_participants_lead) },
		{
			kind: 'table',
			table: nobody ? expectedTable(document, words) : participantsTable(document, words)
		}
	];
	if (!nobody) blocks.push({ kind: 'paragraph', tone: 'muted', text: groupsNote(document, words) });
	blocks.push({ kind: 'paragraph', tone: 'muted', text: say(ADMISSION_TOLD[document.admission]) });
	return { landscape: false, blocks };
}

/** From when the figures by group are, and why some stand together. */
function groupsNote(
	{ groupsToldAt, anonymityFloor }: Participation,
	{ locale, number, dateOf }: DocumentWords
): string {
	const options = { locale };
	if (groupsToldAt === null) return m.document_groups_later({}, options);
	const said = { date: dateOf(groupsToldAt), floor: number(anonymityFloor) };
	return m.document_groups_told(said, options);
}

/** The categories as they were prepared, while there is nobody to tell of. */
function expectedTable(
	{ participants }: Participation,
	{ say, number, locale }: DocumentWords
): TableContent {
	const expected = participants.reduce((sum, row) => sum + row.expected, 0);
	const row = (kind: 'body' | 'total', name: string, count: number) => ({
		kind,
		cells: [{ lines: [name] }, { lines: [number(count)] }]
	});
	return {
		caption: say(m.document_participants),
		columns: [
			{ head: say(m.document_category), share: 82, align: 'start' },
			{ head: say(m.document_expected), share: 18, align: 'figure' }
		],
		rows: [
			...participants.map(({ name, expected }) => row('body', textIn(name, locale), expected)),
			row('total', say(m.document_total), expected)
		]
	};
}

function participantsTable(document: Participation, words: DocumentWords): TableContent {
	const { say, number, locale } = words;
	const shown = (value: GroupFigure): string =>
		value === 'later' ? say(m.document_later) : number(value);
	const expected = document.participants.reduce((sum, row) => sum + row.expected, 0);
	return {
		caption: say(m.document_participants),
		columns: [
			{ head: say(m.document_category), share: 58, align: 'start' },
			{ head: say(m.document_expected), share: 14, align: 'figure' },
			{ head: say(m.document_present), share: 14, align: 'figure' },
			{ head: say(m.document_notes), share: 14, align: 'figure' }
		],
		rows: [
			...document.participants.map((row) => ({
				kind: 'body' as const,
				cells: [
					{ lines: [textIn(row.name, locale)] },
					{ lines: [number(row.expected)] },
					{ lines: [shown(row.present)] },
					{ lines: [shown(row.notes)] }
				]
			})),
			{
				kind: 'total' as const,
				cells: [
					{ lines: [say(m.document_total)] },
					{ lines: [number(expected)] },
					{ lines: [number(document.counts.participants)] },
					{ lines: [number(document.counts.notes)] }
				]
			}
		]
	};
}

/** The clusters by rank, ties shown as ties; without a vote, by number of notes. */
export function prioritiesSection(
	document: {
		readonly clusters: readonly RankedCluster[];
		readonly votes: readonly DocumentVote[];
	},
	words: DocumentWords
): Section {
	const { say } = words;
	const blocks: Block[] = [{ kind: 'heading', level: 1, text: say(m.document_priorities) }];
	if (document.clusters.length === 0) {
		blocks.push({ kind: 'paragraph', tone: 'muted', text: say(m.document_no_clusters) });
	} else {
		const { votes } = document;
		const lead = votes.length > 0 ? m.document_priorities_lead : m.document_priorities_unvoted;
		blocks.push(
			{ kind: 'paragraph', tone: 'muted', text: say(lead) },
			...votes.map((vote): Block => ({
				kind: 'paragraph',
				tone: 'muted',
				text: citedVote(vote, words)
			})),
			{ kind: 'table', table: clustersTable(document.clusters, words, say(m.document_priorities)) }
		);
	}
	return { landscape: false, blocks };
}

/** A table of clusters; the columns of the vote are there only when there was one. */
export function clustersTable(
	clusters: readonly RankedCluster[],
	words: DocumentWords,
	caption: string
): TableContent {
	const { say, number, locale } = words;
	const units = new Set(clusters.flatMap(({ place }) => place?.unit ?? []));
	const voted = units.size > 0;
	const name = { head: say(m.document_cluster), share: voted ? 54 : 82, align: 'start' as const };
	const notes = { head: say(m.document_notes), share: voted ? 14 : 18, align: 'figure' as const };
	return {
		caption,
		columns: voted
			? [
					{ head: say(m.document_rank), share: 18, align: 'start' },
					name,
					notes,
					{ head: unitsHead(units, words), share: 14, align: 'figure' }
				]
			: [name, notes],
		rows: clusters.map((cluster) => {
			const title = { lines: [textIn(cluster.title, locale) || say(m.document_cluster_unnamed)] };
			const count = { lines: [cluster.notes === null ? '' : number(cluster.notes)] };
			if (!voted) return { kind: 'body', cells: [title, count] };
			// A cluster that was made after the vote was not voted on.
			const { place } = cluster;
			const score = { lines: [place ? number(place.score) : ''], strong: true };
			return {
				kind: 'body',
				cells: [{ lines: [place ? rankWords(place, words) : ''] }, title, count, score]
			};
		})
	};
}

/** What is counted, where every vote counts the same. */
export function unitsHead(units: ReadonlySet<BallotUnit>, { say }: DocumentWords): string {
	const [first, ...others] = units;
	return say(first && others.length === 0 ? UNIT_HEADS[first] : m.document_score);
}

/** Which vote ranks are of: where it was held, when its result was published, and who voted. */
export function citedVote(vote: DocumentVote, { locale, number, dateOf }: DocumentWords): string {
	return m.document_vote_cited(
		{
			name: textIn(vote.activityTitle, locale),
			date: dateOf(vote.publishedAt),
			voters: number(vote.voters),
			all: number(vote.electorate)
		},
		{ locale }
	);
}

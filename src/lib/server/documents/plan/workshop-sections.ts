import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block, Section, TableContent } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { PlanDocument, RankedCluster } from './plan-document.ts';

/** Who was expected and who came, by category, in numbers only. */
export function participantsSection(document: PlanDocument, words: DocumentWords): Section {
	const { say } = words;
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: say(m.document_participants) },
		{ kind: 'paragraph', tone: 'muted', text: say(m.document_participants_lead) },
		{ kind: 'table', table: participantsTable(document, words) }
	];
	if (document.participants.some((row) => row.present === null || row.notes === null)) {
		const note = m.document_withheld_note(
			{ floor: words.number(document.anonymityFloor) },
			{ locale: words.locale }
		);
		blocks.push({ kind: 'paragraph', tone: 'muted', text: note });
	}
	return { landscape: false, blocks };
}

function participantsTable(document: PlanDocument, words: DocumentWords): TableContent {
	const { say, number, locale } = words;
	const shown = (value: number | null): string =>
		value === null ? say(m.document_withheld) : number(value);
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
export function prioritiesSection(document: PlanDocument, words: DocumentWords): Section {
	const { say } = words;
	const blocks: Block[] = [{ kind: 'heading', level: 1, text: say(m.document_priorities) }];
	if (document.clusters.length === 0) {
		blocks.push({ kind: 'paragraph', tone: 'muted', text: say(m.document_no_clusters) });
	} else {
		const voted = document.clusters.some((cluster) => cluster.dots !== null);
		const lead = voted ? m.document_priorities_lead : m.document_priorities_unvoted;
		blocks.push(
			{ kind: 'paragraph', tone: 'muted', text: say(lead) },
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
	const voted = clusters.some((cluster) => cluster.dots !== null);
	const rank = (cluster: RankedCluster): string => {
		if (cluster.rank === null) return '';
		const shown = number(cluster.rank);
		return cluster.tied ? m.document_rank_tied({ rank: shown }, { locale }) : shown;
	};
	const name = { head: say(m.document_cluster), share: voted ? 54 : 82, align: 'start' as const };
	const notes = { head: say(m.document_notes), share: voted ? 14 : 18, align: 'figure' as const };
	return {
		caption,
		columns: voted
			? [
					{ head: say(m.document_rank), share: 18, align: 'start' },
					name,
					notes,
					{ head: say(m.document_points), share: 14, align: 'figure' }
				]
			: [name, notes],
		rows: clusters.map((cluster) => {
			const title = { lines: [textIn(cluster.title, locale)] };
			const count = { lines: [cluster.notes === null ? '' : number(cluster.notes)] };
			if (!voted) return { kind: 'body', cells: [title, count] };
			// A cluster that was made after the vote was not voted on.
			const dots = { lines: [cluster.dots === null ? '' : number(cluster.dots)], strong: true };
			return { kind: 'body', cells: [{ lines: [rank(cluster)] }, title, count, dots] };
		})
	};
}

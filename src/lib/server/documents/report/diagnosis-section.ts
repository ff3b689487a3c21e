import { collectsNotes } from '#lib/domain/activities/activity-setup.ts';
import { isBlank, textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block, Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import { contributionLines } from './contribution-lines.ts';
import { placeFacts } from '../workshop/place-words.ts';
import type { ReportCluster, ReportMatter, ReportNote } from './gather-report.ts';

/** What was asked, and what people wrote by cluster, each contribution under the number of the annex. */
export function diagnosisSection(matter: ReportMatter, words: DocumentWords): Section {
	const { say, locale } = words;
	const blocks: Block[] = [{ kind: 'heading', level: 1, text: say(m.document_diagnosis) }];
	for (const { activity } of matter.agenda) {
		if (!collectsNotes(activity) || isBlank(activity.prompt)) continue;
		const source = textIn(activity.title, locale);
		blocks.push({ kind: 'quotation', text: textIn(activity.prompt, locale), source });
	}
	if (matter.notes.length === 0) {
		blocks.push({ kind: 'paragraph', tone: 'warning', text: say(m.document_no_notes) });
		return { landscape: false, blocks };
	}
	if (matter.clusters.length === 0)
		blocks.push({ kind: 'paragraph', tone: 'warning', text: say(m.document_no_clusters) });
	for (const cluster of matter.clusters) blocks.push(...clusterBlocks(cluster, words));
	if (matter.unclustered.length > 0)
		blocks.push(
			{ kind: 'heading', level: 2, text: say(m.document_unclustered) },
			notesTable(say(m.document_unclustered), matter.unclustered, words)
		);
	return { landscape: false, blocks };
}

function clusterBlocks(cluster: ReportCluster, words: DocumentWords): Block[] {
	const { say, locale } = words;
	const { title, notes, place, gone } = cluster;
	const name = textIn(title, locale) || say(m.document_cluster_unnamed);
	const facts: string[] = [
		gone
			? say(m.document_cluster_gone)
			: m.document_notes_count({ count: notes.length }, { locale })
	];
	if (place) facts.push(...placeFacts(place, words));
	const lead = { kind: 'paragraph', tone: 'muted', text: words.list(facts) } as const;
	const heading = { kind: 'heading', level: 2, text: name } as const;
	return notes.length > 0 ? [heading, lead, notesTable(name, notes, words)] : [heading, lead];
}

/** A table and not a list: each contribution keeps its own direction beside its number. */
function notesTable(caption: string, notes: readonly ReportNote[], words: DocumentWords): Block {
	const { say } = words;
	return {
		kind: 'table',
		table: {
			caption,
			columns: [
				{ head: say(m.document_number), share: 9, align: 'start' },
				{ head: say(m.document_contribution), share: 91, align: 'start' }
			],
			rows: notes.map((note) => ({
				kind: 'body',
				cells: [{ lines: [note.id] }, { lines: contributionLines(note, words) }]
			}))
		}
	};
}

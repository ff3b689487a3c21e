import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { annexHeading } from '../content/annex.ts';
import type { Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import { contributionLines } from './contribution-lines.ts';
import type { ReportMatter } from './gather-report.ts';
import { scriptOf } from './script-of.ts';

/** All contributions as they were written, on turned pages: where they stand and in what, never whose they are. */
export function contributionsAnnex(
	{ agenda, notes }: ReportMatter,
	words: DocumentWords
): Section[] {
	if (notes.length === 0) return [];
	const { say, locale } = words;
	const byActivity = Map.groupBy(notes, ({ activityId }) => activityId);
	const rows = agenda.flatMap(({ activity }) => {
		const own = byActivity.get(activity.id);
		if (!own) return [];
		return [
			{
				kind: 'group' as const,
				cells: [{ lines: [textIn(activity.title, locale)], strong: true }]
			},
			...own.map(({ id, column, text, editedBy, clusters }) => ({
				kind: 'body' as const,
				cells: [
					{ lines: [id] },
					{ lines: [textIn(column, locale)] },
					{ lines: contributionLines({ text, editedBy }, words) },
					{ lines: [words.list(clusters.map((title) => textIn(title, locale)))] },
					{ lines: [scriptOf(text, words)] }
				]
			}))
		];
	});
	return [
		{
			landscape: true,
			blocks: [
				annexHeading(0, say(m.document_contributions), words),
				{ kind: 'paragraph', tone: 'muted', text: say(m.document_contributions_lead) },
				{
					kind: 'table',
					table: {
						caption: say(m.document_contributions),
						columns: [
							{ head: say(m.document_number), share: 7, align: 'start' },
							{ head: say(m.document_column), share: 14, align: 'start' },
							{ head: say(m.document_contribution), share: 46, align: 'start' },
							{ head: say(m.document_cluster), share: 22, align: 'start' },
							{ head: say(m.document_language), share: 11, align: 'start' }
						],
						rows
					}
				}
			]
		}
	];
}

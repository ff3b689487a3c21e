import { formatDate } from '#lib/domain/text/format.ts';
import { isBlank, textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { cellOf } from '../content/cells.ts';
import type { Block, Field, Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { ReportMatter } from './gather-report.ts';

/** The figures of the workshop on one page, and what is not there yet. */
export function briefSection(
	{ counts, votes, generatedAt }: ReportMatter,
	lacking: readonly string[],
	words: DocumentWords
): Section {
	const { say, number, locale } = words;
	const vote = votes.at(-1);
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: say(m.document_in_brief) },
		{
			kind: 'figures',
			figures: [
				{ label: say(m.document_figure_participants), value: number(counts.participants) },
				{ label: say(m.document_figure_notes), value: number(counts.notes) },
				{ label: say(m.document_figure_clusters), value: number(counts.clusters) },
				...(vote ? [{ label: say(m.document_figure_voters), value: number(vote.voters) }] : []),
				{ label: say(m.document_figure_proposals), value: number(counts.proposals) },
				{ label: say(m.document_figure_actions), value: number(counts.actions) }
			]
		}
	];
	if (lacking.length > 0) {
		blocks.push(
			{ kind: 'paragraph', tone: 'warning', text: say(m.document_not_yet_lead) },
			{ kind: 'list', ordered: false, items: lacking }
		);
	} else {
		blocks.push({
			kind: 'paragraph',
			tone: 'muted',
			text: m.document_report_whole({ date: words.dateOf(generatedAt) }, { locale })
		});
	}
	return { landscape: false, blocks };
}

/** Under what, where, when and by whom the workshop was held, and what it was to reach. */
export function contextSection(matter: ReportMatter, words: DocumentWords): Section {
	const { say, locale } = words;
	const { workshop, objectives } = matter;
	const field = (label: string, lines: readonly string[]): Field => ({
		label,
		value: cellOf(lines, words)
	});
	const aims = objectives.filter((objective) => !isBlank(objective));
	return {
		landscape: false,
		blocks: [
			{ kind: 'heading', level: 1, text: say(m.document_context) },
			{
				kind: 'fields',
				fields: [
					field(say(m.document_programme), [textIn(workshop.programme, locale)]),
					...(workshop.region
						? [field(say(m.document_region), [textIn(workshop.region, locale)])]
						: []),
					field(say(m.document_venue), [textIn(workshop.venue, locale)]),
					field(say(m.document_days), dayLines(matter, words)),
					field(
						say(m.document_organisers),
						workshop.organisers.map(({ name, role }) =>
							m.document_colon({ label: words.role(role), value: words.quoted(name) }, words)
						)
					)
				]
			},
			{ kind: 'heading', level: 2, text: say(m.document_workshop_objectives) },
			aims.length > 0
				? { kind: 'list', ordered: true, items: aims.map((aim) => textIn(aim, locale)) }
				: { kind: 'paragraph', tone: 'warning', text: say(m.document_no_objectives) }
		]
	};
}

function dayLines({ days }: ReportMatter, { locale }: DocumentWords): string[] {
	return days.flatMap(({ date, startTime, endTime }) => {
		if (date === null) return [];
		const hours = [startTime, endTime].filter((time) => time !== null).join('–');
		const day = formatDate(date, locale, true);
		return [hours === '' ? day : m.document_day_hours({ day, hours }, { locale })];
	});
}

import { isPause } from '#lib/domain/activities/activity-setup.ts';
import { laterBy } from '#lib/domain/activities/schedule.ts';
import type { RunTimes } from '#lib/domain/activities/agenda-as-run.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { clockTime } from '#lib/domain/text/workshop-clock.ts';
import { m } from '#lib/paraglide/messages.js';
import type { CellContent, Section } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { ReportActivity, ReportMatter } from './gather-report.ts';

/** The agenda, how it was planned and how it was run, in the hall's own hours. */
export function agendaSection({ agenda, state }: ReportMatter, words: DocumentWords): Section {
	const { say } = words;
	const heading = { kind: 'heading', level: 1, text: say(m.document_agenda) } as const;
	if (agenda.length === 0)
		return {
			landscape: false,
			blocks: [heading, { kind: 'paragraph', tone: 'warning', text: say(m.document_no_agenda) }]
		};
	const lastRun = agenda.findLastIndex(({ run }) => run !== null);
	/** Its time may still come. */
	const ahead = (at: number): boolean => state !== 'closed' && at > lastRun;
	return {
		landscape: false,
		blocks: [
			heading,
			{ kind: 'paragraph', tone: 'muted', text: say(m.document_agenda_lead) },
			{
				kind: 'table',
				table: {
					caption: say(m.document_agenda),
					columns: [
						{ head: say(m.document_agenda_item), share: 44, align: 'start' },
						{ head: say(m.document_planned), share: 18, align: 'figure' },
						{ head: say(m.document_as_run), share: 18, align: 'figure' },
						{ head: say(m.document_minutes_planned), share: 10, align: 'figure' },
						{ head: say(m.document_minutes_run), share: 10, align: 'figure' }
					],
					rows: agenda.map((item, at) => ({ kind: 'body', cells: cellsOf(item, ahead(at), words) }))
				}
			}
		]
	};
}

function cellsOf(
	{ activity, run }: ReportActivity,
	ahead: boolean,
	words: DocumentWords
): CellContent[] {
	const { startTime, durationMinutes } = activity;
	const planned = startTime === null ? '' : `${startTime}–${laterBy(startTime, durationMinutes)}`;
	return [
		{ lines: [textIn(activity.title, words.locale)] },
		{ lines: [planned] },
		{ lines: [run ? runLine(run, words) : unrunLine(activity, ahead, words)] },
		{ lines: [words.number(durationMinutes)] },
		{ lines: [run ? words.number(run.minutes) : ''] }
	];
}

function runLine(run: RunTimes, { locale }: DocumentWords): string {
	if (run.until === null)
		return m.document_running_since({ time: clockTime(run.from) }, { locale });
	return `${clockTime(run.from)}–${clockTime(run.until)}`;
}

/** Nobody opens a pause on the screens, so that nothing says whether it was held. */
function unrunLine(
	activity: ReportActivity['activity'],
	ahead: boolean,
	{ say }: DocumentWords
): string {
	if (isPause(activity)) return '–';
	return say(ahead ? m.document_not_run_yet : m.document_not_run);
}

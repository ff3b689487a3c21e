import { textIn, type Locale } from '#lib/domain/text/locale.ts';
import { clockTime, dayOf } from '#lib/domain/text/workshop-clock.ts';
import { isHalfDayOver, type HalfDay } from '#lib/domain/workshops/half-days.ts';
import { m } from '#lib/paraglide/messages.js';
import { halfDayWords } from '#lib/words/half-day-words.ts';
import type { WorkbookContent, Worksheet, WorksheetValue } from '../content/workbook-content.ts';
import { documentWords, type DocumentWords } from '../content/document-words.ts';
import type { AttendanceMatter } from './gather-attendance.ts';

/**
 * A line a person, those who were awaited by name and did not come among them, with the hall's own hour and a
 * cell a half-day to sign in or to tick; then who was expected and who came, by category. Rule [SL2].
 */
export function attendanceWorkbook(matter: AttendanceMatter, locale: Locale): WorkbookContent {
	const words = documentWords(locale);
	return {
		locale,
		watermark: matter.example ? words.say(m.document_watermark) : null,
		sheets: [peopleSheet(matter, words), categoriesSheet(matter, words)]
	};
}

function peopleSheet(matter: AttendanceMatter, words: DocumentWords): Worksheet {
	const { say, locale } = words;
	const { named, venue, categories, halfDays } = matter;
	const facts = [
		named.date === null ? '' : words.dateOf(Date.parse(`${named.date}T12:00:00Z`)),
		textIn(venue, locale),
		say(m.document_attendance_internal)
	];
	return {
		name: say(m.document_attendance),
		lead: [
			m.document_attendance_of({ title: words.quoted(textIn(named.title, locale)) }, { locale }),
			facts.filter(Boolean).join(' · ')
		],
		foot: [say(m.document_attendance_sign)],
		columns: [
			{ head: say(m.document_attendance_number), width: 6 },
			{ head: say(m.run_attendance_category), width: 34 },
			{ head: say(m.run_attendance_name), width: 28 },
			{ head: say(m.run_attendance_organisation), width: 30 },
			{ head: say(m.run_attendance_province), width: 16 },
			{ head: say(m.document_attendance_arrived), width: 18 },
			...halfDays.map((half) => ({
				head: halfDayWords(half, halfDays, locale),
				width: 22,
				byHand: true as const
			}))
		],
		rows: [
			...categories.flatMap(({ categoryId, name, people }) => [
				...people.map((person) => [
					textIn(name, locale),
					person.name,
					person.organisation,
					person.province,
					`${dayOf(person.joinedAt)} ${clockTime(person.joinedAt)}`,
					...halfDays.map(() => null)
				]),
				...awaitedRows(matter, categoryId, textIn(name, locale), words)
			]),
			...awaitedRows(matter, null, '', words)
		].map((row, at) => [at + 1, ...row])
	};
}

/** Those of a category who have a ticket in their name and did not come. */
function awaitedRows(
	{ awaited, halfDays, at }: AttendanceMatter,
	category: string | null,
	name: string,
	{ say }: DocumentWords
): WorksheetValue[][] {
	const over = (half: HalfDay): boolean => isHalfDayOver(half, dayOf(at), clockTime(at));
	const missed = halfDays.length > 0 && halfDays.every(over);
	return awaited
		.filter(({ categoryId }) => categoryId === category)
		.map((person) => [
			name,
			person.name,
			person.organisation,
			null,
			missed ? say(m.document_attendance_awaited) : null,
			...halfDays.map((half) => (over(half) ? say(m.document_attendance_absent) : null))
		]);
}

function categoriesSheet(
	{ categories }: AttendanceMatter,
	{ say, locale }: DocumentWords
): Worksheet {
	const sum = (figure: 'expected' | 'joined'): number =>
		categories.reduce((all, category) => all + category[figure], 0);
	return {
		name: say(m.document_attendance_by_category),
		columns: [
			{ head: say(m.run_attendance_category), width: 48 },
			{ head: say(m.run_attendance_expected), width: 12 },
			{ head: say(m.run_attendance_joined), width: 12 }
		],
		rows: [
			...categories.map(({ name, expected, joined }) => [textIn(name, locale), expected, joined]),
			[say(m.document_total), sum('expected'), sum('joined')]
		],
		strong: new Set([categories.length])
	};
}

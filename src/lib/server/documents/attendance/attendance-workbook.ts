import { textIn, type Locale } from '#lib/domain/text/locale.ts';
import { clockTime, dayOf } from '#lib/domain/text/workshop-clock.ts';
import { m } from '#lib/paraglide/messages.js';
import type { WorkbookContent, WorksheetValue } from '../content/workbook-content.ts';
import { documentWords } from '../content/document-words.ts';
import type { AttendanceMatter } from './gather-attendance.ts';

/** A line a person with the hall's own hour, and a line for a category nobody came of. */
export function attendanceWorkbook(matter: AttendanceMatter, locale: Locale): WorkbookContent {
	const { say } = documentWords(locale);
	const rows = matter.categories.flatMap(
		({ name, expected, joined, people }): WorksheetValue[][] => {
			const category = [textIn(name, locale), expected, joined];
			if (people.length === 0) return [[...category, null, null, null, null]];
			return people.map((person) => [
				...category,
				person.name,
				person.organisation,
				person.province,
				`${dayOf(person.joinedAt)} ${clockTime(person.joinedAt)}`
			]);
		}
	);
	return {
		locale,
		watermark: matter.example ? say(m.document_watermark) : null,
		sheets: [
			{
				name: say(m.document_attendance),
				columns: [
					{ head: say(m.run_attendance_category), width: 48 },
					{ head: say(m.run_attendance_expected), width: 11 },
					{ head: say(m.run_attendance_joined), width: 11 },
					{ head: say(m.run_attendance_name), width: 30 },
					{ head: say(m.run_attendance_organisation), width: 36 },
					{ head: say(m.run_attendance_province), width: 20 },
					{ head: say(m.run_attendance_time), width: 18 }
				],
				rows
			}
		]
	};
}

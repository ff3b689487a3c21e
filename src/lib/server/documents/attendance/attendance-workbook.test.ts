import { expect, test } from 'vitest';
import { readZip } from '../../../../../tests/support/files/read-zip.ts';
import { halfDays } from '#lib/domain/workshops/half-days.ts';
import { xlsxFile } from '../sheets/xlsx-file.ts';
import { csvFile } from '../text/csv-file.ts';
import { attendanceWorkbook } from './attendance-workbook.ts';
import type { AttendanceMatter } from './gather-attendance.ts';

/** A day of April, in which the hall is an hour ahead of UTC. */
const matter = (at = Date.UTC(2025, 3, 15, 12, 30)): AttendanceMatter => ({
	named: { title: { fr: 'Pôle modèle', ar: 'القطب النموذجي 2025-2028' }, date: '2025-04-15' },
	venue: { fr: 'Fès' },
	example: false,
	categories: [
		{
			categoryId: 'coops',
			name: { fr: 'Coopératives', ar: 'تعاونيات' },
			observing: false,
			expected: 3,
			joined: 1,
			people: [
				{
					participantId: 'p1',
					name: 'Amina; Fès',
					organisation: 'Union',
					province: 'Sefrou',
					language: 'fr',
					joinedAt: Date.UTC(2025, 3, 15, 7, 48)
				}
			]
		}
	],
	awaited: [
		{ name: 'Karim', organisation: 'Chambre', categoryId: 'coops' },
		{ name: 'Salma', organisation: '', categoryId: null }
	],
	halfDays: halfDays([{ id: 'd', date: '2025-04-15', startTime: '09:00', endTime: '16:50' }], []),
	at
});

test('[SL2] a line a person, the awaited ones too, the hall’s hour and a cell a half-day', () => {
	const [people] = attendanceWorkbook(matter(), 'fr').sheets;
	expect(people?.columns.slice(5).map(({ head, byHand }) => [head, byHand ?? false])).toEqual([
		['Arrivée', false],
		['Matin, de 09:00 à 13:00', true],
		['Après-midi, de 14:00 à 16:50', true]
	]);
	expect(people?.rows).toEqual([
		[1, 'Coopératives', 'Amina; Fès', 'Union', 'Sefrou', '2025-04-15 08:48', null, null],
		[2, 'Coopératives', 'Karim', 'Chambre', null, null, 'absent', null],
		[3, '', 'Salma', '', null, null, 'absent', null]
	]);
	expect(people?.lead?.join(' ')).toContain('15 avril 2025 · Fès');
});

test('[SL2] before the day nobody is told absent, after it who did not come is', () => {
	const states = (at: number) =>
		attendanceWorkbook(matter(at), 'fr').sheets[0]?.rows.map((row) => row.slice(5));
	expect(states(Date.UTC(2025, 3, 14))?.[1]).toEqual([null, null, null]);
	expect(states(Date.UTC(2025, 3, 16))?.[1]).toEqual(['n’est pas venu', 'absent', 'absent']);
});

test('[SL2] the workbook can be ticked and printed: high cells, a list of one tick, lines over the heads', async () => {
	const files = readZip(await xlsxFile(attendanceWorkbook(matter(), 'ar')));
	const sheet = files.get('xl/worksheets/sheet1.xml') ?? '';
	expect(sheet).toContain('sqref="G4:G6 H4:H6"');
	expect(sheet).toContain('<formula1>"✓"</formula1>');
	expect(/<row r="4"[^>]*ht="30"/.exec(sheet)).not.toBeNull();
	// Where the format asks for it: behind what is merged, before how it is printed.
	expect(sheet.indexOf('<dataValidations')).toBeGreaterThan(sheet.indexOf('</mergeCells>'));
	expect(sheet.indexOf('<dataValidations')).toBeLessThan(sheet.indexOf('<pageSetup'));
	expect(files.get('xl/worksheets/sheet2.xml')).not.toContain('dataValidation');
});

test('[SL2] the text file has semicolons and no columns to sign in', () => {
	const [head, first, second] = new TextDecoder()
		.decode(csvFile(attendanceWorkbook(matter(), 'fr')))
		.split('\r\n');
	expect(head).toContain('Catégorie;Nom;Organisation;Province;Arrivée');
	expect(first).toBe('1;Coopératives;"Amina; Fès";Union;Sefrou;2025-04-15 08:48');
	expect(second).toBe('2;Coopératives;Karim;Chambre;;');
});

import { expect, test } from 'vitest';
import { jsonOf, reportOf, type Measured } from './report.ts';

const MEASURED: readonly Measured[] = [
	{
		scenario: { name: '300x20', about: 'a hall' },
		outcome: {
			rows: ['tachawor', 'y-websocket 2.1'].map((subject, index) => ({
				name: '300x20',
				subject,
				peers: [],
				conditions: { people: 300 },
				figures: { p95Ms: index }
			})),
			verdicts: [{ name: '300x20', target: 'nothing lost', figure: '1 lost', met: false }]
		}
	}
];
const RUN = { at: '2026-11-22T02:00:00.000Z', machine: 'two cores' };

test('[BE5] the results are a row a measurement, and a missed target says so', () => {
	const rows = JSON.parse(jsonOf(MEASURED, RUN)) as Record<string, unknown>[];
	expect(rows).toHaveLength(2);
	expect(rows[0]).toMatchObject({
		name: '300x20',
		subject: 'tachawor',
		conditions: { people: 300, machine: 'two cores' },
		targets: [{ target: 'nothing lost', met: false }]
	});
	expect(rows[1]).not.toHaveProperty('targets');
	const report = reportOf(MEASURED, RUN);
	expect(report).toContain('2026-11-22 02:00 UTC, on two cores');
	expect(report).toContain('- **missed**: nothing lost: 1 lost');
});

import { ADMISSIONS } from '#lib/domain/people/admission.ts';
import { expect, test } from 'vitest';
import type { Activity } from '#lib/domain/activities/activity.ts';
import type { Block } from '../content/document-content.ts';
import { documentWords } from '../content/document-words.ts';
import type { ReportMatter } from './gather-report.ts';
import { reportContent } from './report-content.ts';
import { scriptOf } from './script-of.ts';

const HANDS: Activity = {
	id: 'a1',
	workshopId: 'w',
	kind: 'hands',
	title: { fr: 'Le lieu' },
	shortTitle: {},
	prompt: { fr: 'Où ?' },
	startTime: '11:00',
	durationMinutes: 20,
	opened: true,
	position: 1,
	groupingId: 'g',
	parameters: {
		options: [
			{ id: 'a', text: { fr: 'Fès' } },
			{ id: 'b', text: { fr: 'Taza' } }
		]
	}
};

/** A workshop of which nothing is there but an item of the agenda. */
function matter(item: Partial<ReportMatter['agenda'][number]>): ReportMatter {
	return {
		named: { title: {}, date: null },
		workshop: {
			title: {},
			programme: {},
			date: null,
			venue: {},
			region: null,
			organisers: [],
			example: false
		},
		state: 'open',
		days: [],
		objectives: [],
		counts: { participants: 0, notes: 0, clusters: 0, proposals: 0, actions: 0 },
		agenda: [{ activity: HANDS, run: null, state: null, ...item }],
		participants: [],
		groupsToldAt: null,
		anonymityFloor: 3,
		admission: 'open',
		clusters: [],
		unclustered: [],
		votes: [],
		proposals: [],
		notes: [],
		generatedAt: Date.UTC(2025, 3, 15)
	};
}
const blocksOf = (content: ReportMatter): Block[] =>
	reportContent(content, 'fr').sections.flatMap(({ blocks }) => blocks);
const counts = (fes: number, taza: number) => ({
	counts: [
		{ id: 'a', hands: fes },
		{ id: 'b', hands: taza }
	]
});

test('[RP2] what was counted by hands stands in the report as bars with their table', () => {
	const blocks = blocksOf(matter({ state: counts(30, 10) }));
	const chart = blocks.find((block) => block.kind === 'chart')?.chart;
	expect(chart?.bars).toEqual([
		{ label: 'Fès', share: 1, value: '30' },
		{ label: 'Taza', share: 1 / 3, value: '10' }
	]);
	const rows = chart?.table.rows.map(({ cells }) => cells.map(({ lines }) => lines[0]));
	expect(rows).toEqual([
		['Fès', '30', '75\u00A0%'],
		['Taza', '10', '25\u00A0%'],
		['Total', '40', '100\u00A0%']
	]);
});

test('[RP2] an approval is told as a share of those who voted, dots as one of all dots', () => {
	const vote = (unit: 'dots' | 'approvals'): ReportMatter['votes'][number] => ({
		voteId: 'v',
		activityId: 'a1',
		activityTitle: {},
		rules: unit === 'dots' ? { method: 'dots', budget: 3, cap: 2 } : { method: 'approval' },
		unit,
		options: [],
		electorate: 5,
		voters: 4,
		outcome: {
			options: [
				{ kind: 'cluster', ref: 'c', title: { fr: 'Eau' }, score: 2, rank: 1, tied: false }
			],
			cast: 6,
			possible: 15
		},
		groups: null,
		commitments: [],
		cited: true,
		publishedAt: 0,
		fingerprint: 'f'
	});
	const told = (unit: 'dots' | 'approvals') => {
		const blocks = blocksOf({ ...matter({}), votes: [vote(unit)] });
		const chart = blocks.find((block) => block.kind === 'chart')?.chart;
		const { head } = chart?.table.columns.at(-1) ?? {};
		return [chart?.caption, head, chart?.table.rows[0]?.cells.at(-1)?.lines[0]];
	};
	expect(told('approvals')).toEqual(['Approbations par thème', 'Part des votants', '50\u00A0%']);
	expect(told('dots')).toEqual(['Points par thème', 'Part', '33,3\u00A0%']);
});

test('[RP2] what does not fit its item any more is not told, nor what was not counted', () => {
	for (const state of [null, { counts: [{ id: 'gone', hands: 3 }] }])
		expect(blocksOf(matter({ state })).some(({ kind }) => kind === 'chart')).toBe(false);
});

test('[RP3] planned and real hours stand beside each other in the hall’s zone', () => {
	const from = Date.UTC(2025, 3, 15, 10, 10);
	const run = { from, until: from + 25 * 60_000, minutes: 25 };
	const table = (content: ReportMatter) =>
		blocksOf(content).find((block) => block.kind === 'table')?.table.rows[0];
	const cells = (content: ReportMatter) => table(content)?.cells.map(({ lines }) => lines[0]);
	expect(cells(matter({ run }))).toEqual(['Le lieu', '11:00–11:20', '11:10–11:35', '20', '25']);
	expect(cells(matter({ run: { ...run, until: null } }))?.[2]).toBe('en cours depuis 11:10');
	expect(cells({ ...matter({}), state: 'closed' })?.[2]).toBe('non tenue');
});

test('[RP3] an item whose time may still come is not told as missed, and a pause not at all', () => {
	const run = { from: 0, until: 60_000, minutes: 1 };
	const item = (of: Partial<ReportMatter['agenda'][number]>) => ({
		activity: HANDS,
		run: null,
		state: null,
		...of
	});
	const pause = item({ activity: { ...HANDS, kind: 'break', parameters: {} } });
	const told = (state: ReportMatter['state'], ...agenda: ReportMatter['agenda']) =>
		blocksOf({ ...matter({}), state, agenda })
			.find((block) => block.kind === 'table')
			?.table.rows.map(({ cells }) => cells[2]?.lines[0]);
	expect(told('preparing', item({}), pause, item({}))).toEqual(['pas encore', '–', 'pas encore']);
	const held = [item({}), item({ run }), pause, item({})];
	expect(told('open', ...held)).toEqual(['non tenue', '00:00–00:01', '–', 'pas encore']);
	expect(told('closed', ...held)).toEqual(['non tenue', '00:00–00:01', '–', 'non tenue']);
});

test('[EXP2] while nobody is there, the report says so and lists the categories that are expected', () => {
	const participants = [
		{ name: { fr: 'Élus' }, expected: 12, present: 0, notes: 0 },
		{ name: { fr: 'Artisans' }, expected: 8, present: 0, notes: 0 }
	];
	const blocks = blocksOf({ ...matter({}), participants });
	const at = blocks.findIndex(
		(block) => block.kind === 'heading' && block.text === 'Participants par catégorie'
	);
	const [lead, list, ...others] = blocks.slice(at + 1);
	expect(lead).toMatchObject({
		text: expect.stringContaining('Personne n’a encore rejoint l’atelier.') as string
	});
	const rows = list?.kind === 'table' ? list.table.rows : [];
	expect(rows.map(({ cells }) => cells.map(({ lines }) => lines[0]))).toEqual([
		['Élus', '12'],
		['Artisans', '8'],
		['Total', '20']
	]);
	expect(others[0]).toMatchObject({ text: expect.stringContaining('Entrée libre') as string });
	expect(others[1]?.kind).toBe('heading');
});

test('[RP2] the report says how people came in, and what that protects', () => {
	const told = ADMISSIONS.map((admission) =>
		blocksOf({ ...matter({}), admission }).flatMap((block) =>
			block.kind === 'paragraph' && block.text.startsWith('Entrée') ? block.text : []
		)
	);
	expect(told).toEqual([
		[expect.stringContaining('deux téléphones')],
		[expect.stringContaining('une voix par ticket')],
		[expect.stringContaining('les seules personnes invitées')]
	]);
});

test('[RP5] the letters of a contribution are told, most of them deciding', () => {
	const told = ['ضعف التسويق', 'ODCO توحيد المعطيات', 'Faible', 'ⵜⵉⵡⵉⵣⵉ', '🙂 12'].map((text) =>
		scriptOf(text, documentWords('fr'))
	);
	expect(told).toEqual(['Arabe', 'Arabe', 'Lettres latines', 'Amazighe (tifinagh)', '–']);
});

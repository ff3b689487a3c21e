import { describe, expect, test } from 'vitest';
import {
	examplePlanDocument,
	examplePlanSource
} from '../../../../../tests/support/workshops/example-plan-document.ts';
import example from '../../example/fes-meknes-workshop.json' with { type: 'json' };
import { planDocumentContent } from './plan-content.ts';
import { actionsOf, planDocument } from './plan-document.ts';

describe('the plan as its documents see it', () => {
	test('[DX14] sums and order are those of the example', () => {
		const document = examplePlanDocument();
		expect(document.figures.total).toBe(example.expected.budget_total_mad);
		expect(document.axes.map((axis) => axis.cost)).toEqual(
			Object.values(example.expected.budget_by_axis_mad)
		);
		expect(actionsOf(document).map(({ action }) => action.code)).toEqual(
			example.action_plan.actions.map((action) => action.code)
		);
		const numbers = document.axes.flatMap((axis) => axis.objectives.map((one) => one.number));
		expect(numbers.slice(-2)).toEqual(['5.9', '5.10']);
	});

	test('[DX14] an action whose objective is gone is not lost', () => {
		const source = examplePlanSource();
		const objectives = source.plan.objectives.slice(1);
		const document = planDocument({ ...source, plan: { ...source.plan, objectives } });
		expect(actionsOf(document)).toHaveLength(20);
		expect(document.axes.at(-1)?.number).toBeNull();
		const titles = planDocumentContent(document, 'ar').sections.flatMap((section) =>
			section.blocks.flatMap((block) => (block.kind === 'heading' ? block.text : []))
		);
		expect(titles).toContain('إجراءات بدون محور');
	});

	test('[DX14] the priorities of the summary hold all that tie with the fifth', () => {
		const source = examplePlanSource();
		const clusters = source.clusters.map((cluster) => ({
			...cluster,
			place: { unit: 'dots' as const, score: 4, rank: 1, tied: true }
		}));
		const [, summary] = planDocumentContent(planDocument({ ...source, clusters }), 'fr').sections;
		const tables = summary?.blocks.flatMap((block) => (block.kind === 'table' ? block.table : []));
		expect(tables?.[0]?.rows).toHaveLength(12);
		expect(tables?.[0]?.rows[0]?.cells[0]?.lines).toEqual(['1 (ex æquo)']);
	});

	test('[DX14] without a vote the clusters have no rank, and the plan still has its documents', () => {
		const source = examplePlanSource();
		const clusters = source.clusters.map((cluster) => ({
			...cluster,
			place: null
		}));
		const counts = { ...source.counts, voters: null };
		const content = planDocumentContent(planDocument({ ...source, clusters, counts }), 'en');
		const priorities = content.sections[3]?.blocks.find((block) => block.kind === 'table');
		expect(priorities?.kind === 'table' && priorities.table.columns).toHaveLength(2);
	});
});

test('[DX14] an axis, an objective and an action without a title have one name everywhere', () => {
	const source = examplePlanSource();
	const untitled = <T extends object>(entries: readonly T[]) =>
		entries.map((entry) => ({ ...entry, title: {} }));
	const { title, axes, objectives, actions } = source.plan;
	const plan = {
		title,
		axes: untitled(axes),
		objectives: untitled(objectives),
		actions: untitled(actions)
	};
	const content = planDocumentContent(planDocument({ ...source, plan }), 'fr');
	const texts = JSON.stringify(content.sections).replace(/[\u2066-\u2069]/gu, '');
	expect(texts).not.toMatch(/(?:Axe|Objectif) [\d.]*\u00A0: ?"/u);
	// Summary, synthesis, the title over its sheets, and financing.
	expect(texts.match(/"Axe 5\u00A0: À préciser"/gu)).toHaveLength(4);
	expect(texts).toContain('Axe 5 · Objectif 5.10\u00A0: À préciser');
	expect(texts).toContain('"code":"5.10.4","text":"À préciser"');
});

test('[PL8] the sheet says what is missing or too much, the financing both', () => {
	const source = examplePlanSource();
	const differences = [-250_000, 250_000];
	const actions = source.plan.actions.map((action, index) => ({
		...action,
		cost: (action.cost ?? 0) - (differences[index] ?? 0)
	}));
	const document = planDocument({ ...source, plan: { ...source.plan, actions } });
	const texts = JSON.stringify(planDocumentContent(document, 'fr').sections)
		.replace(/[\u2066-\u2069]/gu, '')
		.replace(/[\u00A0\u202F]/gu, ' ');
	for (const told of [
		'"Manque 250 000 DH"',
		'"250 000 DH en trop"',
		'Non financé à ce stade : 250 000 DH',
		'Financement au-delà du coût : 250 000 DH'
	])
		expect(texts).toContain(told);
});

test('[PL13] how often an indicator is measured stands under a head of its own, where one says it', () => {
	const source = examplePlanSource();
	const actions = source.plan.actions.map((action, index) => ({
		...action,
		indicators: action.indicators.map((indicator) => ({
			...indicator,
			periodicity: index === 1 ? 'semestrielle' : ''
		}))
	}));
	const document = planDocument({ ...source, plan: { ...source.plan, actions } });
	const tables = planDocumentContent(document, 'fr').sections.flatMap(({ blocks }) =>
		blocks.flatMap((block) =>
			block.kind === 'table' && block.table.caption === 'Indicateurs' ? block.table : []
		)
	);
	const periodic = tables.filter(({ columns }) => columns.at(-1)?.head === 'Périodicité');
	expect(periodic).toHaveLength(1);
	expect(periodic[0]?.rows[0]?.cells.at(-1)).toEqual({ lines: ['semestrielle'] });
	for (const { columns, rows } of tables) {
		expect(columns.reduce((sum, { share }) => sum + share, 0)).toBe(100);
		expect(rows.every(({ cells }) => cells.length === columns.length)).toBe(true);
	}
});

import { describe, expect, test } from 'vitest';
import { parseTemplate } from './workshop-template.ts';

const COLUMN = { id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' };
const NOTES = {
	kind: 'notes',
	title: { ar: 'التشخيص' },
	durationMinutes: 30,
	parameters: { columns: [COLUMN], writing: 'private' }
};
const TEMPLATE = {
	schema: 'tachawor-template/1',
	name: { ar: 'نصف يوم' },
	basics: { title: { ar: 'ورشة' }, startTime: '09:00' },
	categories: [{ name: { ar: 'تعاونيات' }, expected: 12 }],
	activities: [{ kind: 'break', title: { fr: 'Pause' }, durationMinutes: 15 }, NOTES]
};
const withNotes = (changes: object) => ({ ...TEMPLATE, activities: [{ ...NOTES, ...changes }] });
const withParameters = (changes: object) =>
	withNotes({ parameters: { ...NOTES.parameters, ...changes } });

test('[TP1] what is left out of a template takes its default', () => {
	const template = parseTemplate(JSON.parse(JSON.stringify(TEMPLATE)));
	expect(template.basics).toMatchObject({
		startTime: '09:00',
		endTime: null,
		date: null,
		venue: {}
	});
	expect(template.categories).toEqual([
		{ name: { ar: 'تعاونيات' }, expected: 12, observing: false }
	]);
	expect(template.activities.map(({ kind, parameters }) => [kind, parameters])).toEqual([
		['break', {}],
		['notes', { columns: [COLUMN], writing: 'private', clusters: 'together', vote: null }]
	]);
});

describe('[TP2] a template that is damaged is refused with the place of its first fault', () => {
	test.each([
		['no object', 'text', 'schema'],
		['nothing', null, 'schema'],
		['another file', { schema: 'tachawor-workshop/1' }, 'schema'],
		['no title', { ...TEMPLATE, basics: { title: {} } }, 'basics.title'],
		[
			'an hour that does not exist',
			{ ...TEMPLATE, basics: { ...TEMPLATE.basics, startTime: '25:00' } },
			'basics.startTime'
		],
		['a field of another kind', { ...TEMPLATE, categories: 'all' }, 'categories'],
		[
			'half a person',
			{ ...TEMPLATE, categories: [{ name: { ar: 'أ' }, expected: 0.5 }] },
			'categories.0.expected'
		],
		[
			'a category without a name',
			{ ...TEMPLATE, categories: [{ name: { ar: ' ' }, expected: 1 }] },
			'categories.0.name'
		],
		['an unknown kind', withNotes({ kind: 'dance' }), 'activities.0.kind'],
		['no minute', withNotes({ durationMinutes: 0 }), 'activities.0.durationMinutes'],
		['a title of numbers', withNotes({ title: { ar: 4 } }), 'activities.0.title.ar'],
		['no columns', withNotes({ parameters: {} }), 'activities.0.columns'],
		[
			'an unknown colour',
			withParameters({ columns: [{ ...COLUMN, color: 'red' }] }),
			'activities.0.columns.0.color'
		],
		['a misspelt parameter', withParameters({ writng: 'private' }), 'activities.0.writng'],
		['a misspelt field', { ...TEMPLATE, activites: [] }, 'activites'],
		[
			'a cap over the budget',
			withParameters({ vote: { method: 'dots', budget: 1, cap: 2 } }),
			'activities.0.vote.cap'
		]
	])('%s', (_what, given, place) => {
		expect(() => parseTemplate(given)).toThrow(
			expect.objectContaining({ code: 'template_invalid', details: { place } })
		);
	});

	test('lists and texts over their limits too; at them it is taken', () => {
		const many = <Item>(count: number, item: Item) => Array.from({ length: count }, () => item);
		const columns = (count: number) =>
			withParameters({ columns: many(count, COLUMN).map((one, at) => ({ ...one, id: `C${at}` })) });
		const categories = (count: number) => ({
			...TEMPLATE,
			categories: many(count, TEMPLATE.categories[0])
		});
		const activities = (count: number) => ({ ...TEMPLATE, activities: many(count, NOTES) });
		const objectives = (count: number) => ({
			...TEMPLATE,
			basics: { ...TEMPLATE.basics, objectives: many(count, { ar: 'هدف' }) }
		});
		const titled = (length: number) => withNotes({ title: { ar: 'ن'.repeat(length) } });
		for (const [made, most, place] of [
			[columns, 8, 'activities.0'],
			[categories, 60, 'categories'],
			[activities, 60, 'activities'],
			[objectives, 20, 'basics'],
			[titled, 200, 'activities.0']
		] as const) {
			expect(() => parseTemplate(made(most))).not.toThrow();
			expect(() => parseTemplate(made(most + 1))).toThrow(
				expect.objectContaining({ code: 'template_invalid', details: { place } })
			);
		}
	});
});

test('[TP3] a template of a later version is refused as such', () => {
	for (const schema of ['tachawor-template/2', 'tachawor-template/1.1', 'tachawor-template/10'])
		expect(() => parseTemplate({ ...TEMPLATE, schema })).toThrow(
			expect.objectContaining({ code: 'template_newer' })
		);
});

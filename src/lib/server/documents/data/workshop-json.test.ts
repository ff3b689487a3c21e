import { describe, expect, test } from 'vitest';
import { examplePlanSource } from '../../../../../tests/support/workshops/example-plan-document.ts';
import { jsonFile } from '../text/json-file.ts';
import { workshopData, type WorkshopDataSource } from './workshop-json.ts';

function source(): WorkshopDataSource {
	return {
		workshop: {
			title: { ar: 'ورشة' },
			programme: {},
			objectives: [],
			venue: {},
			region: null,
			date: '2025-04-15',
			startTime: null,
			endTime: null,
			organisers: []
		},
		categories: [
			{ id: 'many', name: { ar: 'تعاونيات' }, expected: 4, observing: false },
			{ id: 'few', name: { ar: 'بنك' }, expected: 1, observing: false },
			{ id: 'pair', name: { ar: 'جامعة' }, expected: 2, observing: false }
		],
		agenda: [],
		people: 6,
		notes: ['many', null].map((category, index) => ({
			id: `n${index + 1}`,
			activity: 'a1',
			column: 'S',
			text: 'فكرة',
			category,
			createdAt: Date.parse('2025-07-14T23:05:09Z'),
			editedBy: null
		})),
		clusters: [],
		votes: [],
		proposals: [],
		plan: examplePlanSource().plan,
		watermark: null,
		groups: [
			{ categoryIds: ['many'], people: 3, notes: 1 },
			{ categoryIds: ['few', 'pair'], people: 4, notes: 1 }
		],
		exportedAt: 0,
		named: { title: {}, date: null }
	};
}

describe('the workshop’s data', () => {
	test('[DX12] a note tells its day and neither its hour nor its author', () => {
		const [note] = workshopData(source()).notes;
		expect(note).toEqual({
			id: 'n1',
			activity: 'a1',
			column: 'S',
			text: 'فكرة',
			category: 'many',
			edited: false,
			editedBy: null,
			day: '2025-07-15'
		});
	});

	test('[DX12] a category that is told with others, or later, has no number of its own', () => {
		const presentOf = (groups: WorkshopDataSource['groups']) =>
			workshopData({ ...source(), groups }).categories.map(({ present }) => present);
		expect(presentOf(source().groups)).toEqual([3, null, null]);
		const later = { people: 'later', notes: 'later' } as const;
		expect(presentOf(['many', 'few', 'pair'].map((id) => ({ categoryIds: [id], ...later })))).toEqual(
			[null, null, null]
		);
	});

	test('[DX12] the file names its format', () => {
		const parsed: unknown = JSON.parse(
			new TextDecoder().decode(jsonFile(workshopData(source())))
		);
		expect(parsed).toMatchObject({
			schema: 'tachawor-workshop/3',
			exportedAt: '1970-01-01T00:00:00.000Z'
		});
	});
});

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
		participants: [
			{ id: 'secret-1', categoryId: 'many', order: '1-terces' },
			{ id: 'secret-2', categoryId: 'many', order: '2-terces' },
			{ id: 'secret-3', categoryId: 'many', order: '3-terces' },
			{ id: 'secret-4', categoryId: 'few', order: '4-terces' },
			{ id: 'secret-5', categoryId: 'pair', order: '5-terces' },
			{ id: 'secret-6', categoryId: 'pair', order: '6-terces' }
		],
		notes: ['secret-1', 'secret-4', null].map((participantId, index) => ({
			id: `n${index + 1}`,
			activityId: 'a1',
			columnId: 'S',
			text: 'فكرة',
			participantId,
			createdAt: 0,
			editedBy: null
		})),
		clusters: [],
		votes: [],
		proposals: [],
		plan: examplePlanSource().plan,
		watermark: null,
		groups: [
			{ categoryIds: ['many'], people: 3, notes: 1 },
			{ categoryIds: ['few', 'pair'], people: 'small', notes: 'small' }
		],
		exportedAt: 0,
		named: { title: {}, date: null }
	};
}

describe('the workshop’s data', () => {
	test('[DX12] people are pseudonyms, and no id of the server stands in the file', () => {
		const data = workshopData(source());
		expect(data.participants.map((person) => person.id)).toEqual([
			'p001',
			'p002',
			'p003',
			'p004',
			'p005',
			'p006'
		]);
		expect(new TextDecoder().decode(jsonFile(data))).not.toContain('secret');
	});

	test('[DX12] a category under the floor stands beside nobody and nothing', () => {
		const data = workshopData(source());
		expect(data.notes.map((note) => note.category)).toEqual(['many', null, null]);
		expect(data.participants.map((person) => person.category)).toEqual([
			'many',
			'many',
			'many',
			null,
			null,
			null
		]);
		expect(data.categories.map((category) => category.present)).toEqual([3, null, null]);
		expect(data.notes[2]?.author).toBeNull();
	});

	test('[DX12] a category that is told with others, or withheld, is named nowhere', () => {
		const groups = [
			{ categoryIds: ['many', 'few'], people: 4, notes: 2 },
			{ categoryIds: ['pair'], people: 'derivable' as const, notes: 'derivable' as const }
		];
		const data = workshopData({ ...source(), groups });
		expect(data.categories.map((category) => category.present)).toEqual([null, null, null]);
		expect(data.participants.every((person) => person.category === null)).toBe(true);
		expect(data.groups).toEqual(groups);
	});

	test('[DX12] the file names its format', () => {
		const parsed: unknown = JSON.parse(
			new TextDecoder().decode(jsonFile(workshopData(source())))
		);
		expect(parsed).toMatchObject({
			schema: 'tachawor-workshop/2',
			exportedAt: '1970-01-01T00:00:00.000Z'
		});
	});
});

import { expect, test } from 'vitest';
import type { WorkshopState } from '#lib/domain/workshops/workshop.ts';
import { sortWorkshops, type ListedWorkshop } from './sort-workshops.ts';

function listed(
	id: string,
	date: string | readonly string[] | null,
	state: WorkshopState = 'preparing'
): ListedWorkshop {
	const days = [date ?? []].flat();
	return {
		workshop: {
			id,
			title: {},
			shortTitle: {},
			framework: {},
			objectives: [],
			venue: {},
			days: days.map((date, day) => ({ id: `${id}${day}`, date, startTime: null, endTime: null })),
			date: days[0] ?? null,
			startTime: null,
			endTime: null,
			regionId: null,
			joinCode: 'ABCDEF',
			state,
			example: false,
			joining: true,
			admission: 'open',
			anonymityFloor: 3,
			version: 1
		},
		opened: state !== 'preparing',
		expected: 0,
		categories: 0,
		activities: 0,
		participants: 0,
		notes: 0,
		actions: 0,
		done: []
	};
}

test('[WS10] the next workshop is the earliest from today on, then those without a day', () => {
	const { next, later, past } = sortWorkshops(
		[
			listed('undated', null),
			listed('june', '2025-06-10'),
			listed('today', '2025-04-15'),
			listed('march', '2025-03-18'),
			listed('february', '2025-02-11', 'closed')
		],
		'2025-04-15'
	);
	expect(next?.workshop.id).toBe('today');
	expect(later.map(({ workshop }) => workshop.id)).toEqual(['june', 'undated']);
	expect(past.map(({ workshop }) => workshop.id)).toEqual(['march', 'february']);
});

test('[WS10] an open hall comes first, whatever its day', () => {
	const { next, past } = sortWorkshops(
		[listed('tomorrow', '2025-04-16'), listed('open', '2025-04-01', 'open')],
		'2025-04-15'
	);
	expect(next?.workshop.id).toBe('open');
	expect(past).toEqual([]);
});

test('[WS10] a workshop of several days is past after the last of them', () => {
	const days = ['2025-04-14', '2025-04-15', '2025-04-16'];
	expect(sortWorkshops([listed('three', days)], '2025-04-16').next?.workshop.id).toBe('three');
	expect(sortWorkshops([listed('three', days)], '2025-04-17').past).toHaveLength(1);
});

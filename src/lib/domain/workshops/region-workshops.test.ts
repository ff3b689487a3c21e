import { expect, test } from 'vitest';
import { currentWorkshop, type RegionWorkshop } from './region-workshops.ts';

const workshop = (id: string, date: string | null, actions: number): RegionWorkshop => ({
	id,
	title: {},
	date,
	state: 'open',
	example: false,
	actions,
	complete: 0
});
const region = (id: string, ...workshops: RegionWorkshop[]) => ({ id, name: {}, workshops });

test('[DR1] the newest workshop that has a plan lies on the table', () => {
	const regions = [
		region('a', workshop('new', '2025-06-10', 0), workshop('old', '2025-03-18', 4)),
		region('b', workshop('middle', '2025-04-15', 20), workshop('undated', null, 3))
	];
	expect(currentWorkshop(regions)?.id).toBe('middle');
});

test('[DR1] without any plan the newest workshop does, and without workshops none', () => {
	expect(currentWorkshop([region('a', workshop('x', '2025-03-18', 0))])?.id).toBe('x');
	expect(currentWorkshop([region('a')])).toBeUndefined();
});

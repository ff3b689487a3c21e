import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelledAuthors, type BoardPerson } from './note-labels.ts';
import { partitionOf, sizeOfGroup, type Partition } from './partition.ts';
import { countsOf, fixPartition, tellCounts } from './release.ts';
import { supportBand } from './support.ts';
import { withheldGroups } from './withheld.ts';

const of = (people: Record<string, number>) => new Map(Object.entries(people));
const planned = (people: Record<string, number>, expected: Record<string, number> = {}) =>
	Object.keys(people).map((id) => ({ id, expected: expected[id] ?? 0 }));
const groupsOf = (people: Record<string, number>, expected: Record<string, number> = {}) =>
	partitionOf(planned(people, expected), of(people), 3).map(({ categoryIds }) =>
		categoryIds.join('+')
	);
const inGroups = (...groups: string[]) =>
	groups.map((group) => ({ categoryIds: group.split('+') }));
const withheldOf = (partition: Partition, behind: Record<string, number>): string[] =>
	[...withheldGroups(partition, of(behind), 3)].map(
		([{ categoryIds }, reason]) => `${categoryIds.join('+')}: ${reason}`
	);

test.each([
	['all are large', { a: 3, b: 9 }, {}, ['a', 'b']],
	['a small one joins its neighbour', { a: 5, b: 9, c: 2, d: 4 }, {}, ['a', 'b', 'c+d']],
	['the neighbours have too few, too', { a: 5, b: 4, c: 2, d: 1 }, {}, ['a+b+c+d']],
	['two small ones are four together', { a: 5, b: 4, c: 2, d: 2 }, {}, ['a', 'b', 'c+d']],
	['nobody came of one', { a: 5, b: 9, c: 0, d: 4 }, {}, ['a', 'b', 'c+d']],
	['few were awaited of some', { a: 2, b: 5, c: 2, d: 4 }, { a: 2, c: 1 }, ['b', 'd', 'a+c']],
	['of those that were awaited small, many came', { a: 4, b: 5 }, { a: 2 }, ['b', 'a']],
	['too few altogether', { a: 2, b: 1 }, {}, ['a+b']],
	['no category', {}, {}, []]
])('[GR1] the partition where %s', (_what, people, expected, groups) => {
	expect(groupsOf(people, expected)).toEqual(groups);
});

test('[GR1] every category is in one group; told ones are the floor, and one more of several, or everybody', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { minLength: 1, maxLength: 17 }),
			fc.integer({ min: 3, max: 10 }),
			(sizes, floor) => {
				const people = new Map(sizes.map(([size], index) => [`c${index}`, size]));
				const categories = sizes.map(([, expected], index) => ({ id: `c${index}`, expected }));
				const partition = partitionOf(categories, people, floor);
				const all = partition.flatMap(({ categoryIds }) => categoryIds);
				expect([...all].sort()).toEqual([...people.keys()].sort());
				if (partition.length === 1) return;
				for (const group of partition)
					expect(sizeOfGroup(group, people)).toBeGreaterThanOrEqual(
						group.categoryIds.length > 1 ? floor + 1 : floor
					);
			}
		)
	);
});

test('[GR4] a floor that is raised only joins groups, and nobody who comes or goes changes them', () => {
	const person = (id: number, categoryId: string) => ({
		...{ id: String(id), categoryId, active: true, notes: 1 },
		...{ joinedAt: 1, removedAt: null as number | null }
	});
	const people = Array.from('aaaabbbccccc', (category, index) => person(index, category));
	const categories = planned({ a: 0, b: 0, c: 0 });
	const fixed = fixPartition(categories, people, 3, 2);
	const told = tellCounts(fixed, people, 3);
	const counts = (floor: number, of = told) =>
		countsOf(of, categories, floor).counts?.map(({ categoryIds, people: size }) => [
			categoryIds.join('+'),
			size
		]);
	expect(counts(3)).toEqual([
		['a', 4],
		['b', 3],
		['c', 5]
	]);
	expect(counts(4)).toEqual([
		['a', 4],
		['b+c', 8]
	]);
	expect(counts(5)).toEqual([['a+b+c', 12]]);
	// Two of b go and one of c comes: whoever compares the tellings would know of each.
	const later = people.map((one, index) =>
		index === 4 || index === 5 ? { ...one, removedAt: 3 } : one
	);
	const again = tellCounts(told, [...later, { ...person(12, 'c'), joinedAt: 3 }], 3);
	expect(counts(3, again)).toEqual(counts(3));
	const three = [12, 13, 14].map((id) => ({ ...person(id, 'c'), joinedAt: 3 }));
	expect(counts(3, tellCounts(told, [...later, ...three], 3))).toEqual([
		['a', 4],
		['b', 3],
		['c', 8]
	]);
});

test('[GR4] a category that is made after the first telling joins the last group', () => {
	const told = fixPartition(planned({ a: 0, b: 0 }), [], 3, 1);
	const partition = countsOf(told, planned({ a: 0, z: 0, b: 0 }), 3).partition;
	expect(partition.map(({ categoryIds }) => categoryIds.join('+'))).toEqual(['a+z+b']);
});

const at = (categoryId: string, ...since: number[]) =>
	since.map((time, index) => ({ id: `${categoryId}${index}`, categoryId, since: time }));
const namedOn = (
	people: readonly BoardPerson[],
	begun: Record<string, number>,
	together: string[] = []
) => [
	...labelledAuthors(
		people,
		Object.entries(begun).map(([id, first]) => ({ id, first })),
		3,
		new Set(together)
	).keys()
];

test.each([
	['three of it were there', at('a', 0, 0, 0), { a0: 1 }, ['a0']],
	['two of it were there', at('a', 0, 0), { a0: 1 }, []],
	['the third came after the note', at('a', 0, 0, 5), { a0: 1, a1: 6 }, []],
	[
		'a hand began after somebody came',
		[...at('a', 0, 0, 0), ...at('b', 5)],
		{ a0: 1, a1: 6 },
		['a0']
	],
	['one other hides alone', [...at('a', 0, 0, 0), ...at('b', 0)], { a0: 1, b0: 2 }, []],
	[
		'others hide among floor and one',
		[...at('a', 0, 0, 0), ...at('b', 0, 0), ...at('c', 0, 0)],
		{ a0: 1, b0: 2 },
		['a0']
	],
	[
		'a smaller one is hidden with those who hide',
		[...at('a', 0, 0, 0, 0), ...at('b', 0, 0, 0), ...at('c', 0)],
		{ a0: 1, b0: 2, c0: 3 },
		['a0']
	]
])('[GR5] who is named beside their notes where %s', (_what, people, begun, named) => {
	expect(namedOn(people, begun)).toEqual(named);
});

test('[GR5] a category that is told together with others is named beside no note', () => {
	const people = [...at('a', 0, 0, 0), ...at('b', 0, 0, 0, 0)];
	expect(namedOn(people, { a0: 1, b0: 1 }, ['a'])).toEqual([]);
	expect(namedOn([...people, ...at('c', 0)], { a0: 1, b0: 1 }, ['a'])).toEqual(['b0']);
});

test.each([
	['enough voted everywhere', ['a', 'b', 'c'], { a: 5, b: 3, c: 4 }, []],
	['nobody of a group voted', ['a', 'b', 'c'], { a: 5, b: 0, c: 4 }, ['b: small']],
	[
		'two of a group of four voted',
		['a', 'b', 'c'],
		{ a: 5, b: 2, c: 6 },
		['b: small', 'a: derivable']
	],
	[
		'two hidden groups are three people',
		['a', 'b', 'c', 'd'],
		{ a: 5, b: 2, c: 1, d: 9 },
		['b: small', 'c: small', 'a: derivable']
	],
	[
		'two hidden groups are four people',
		['a', 'b', 'c', 'd'],
		{ a: 5, b: 2, c: 2, d: 9 },
		['b: small', 'c: small']
	],
	['three of joined ones voted', ['a', 'b+c'], { a: 5, b: 2, c: 1 }, ['b+c: small', 'a: derivable']]
])('[GR2] what is withheld where %s', (_what, groups, behind, withheld) => {
	expect(withheldOf(inGroups(...groups), behind as Record<string, number>)).toEqual(withheld);
});

test('[GR2] who is hidden is hidden among floor + 1 people of several groups, or everybody is', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 17 }),
			fc.integer({ min: 3, max: 10 }),
			(sizes, floor) => {
				const people = new Map(sizes.map(([size], index) => [`c${index}`, size]));
				const behind = new Map(
					sizes.map(([size, some], index) => [`c${index}`, Math.min(size, some)])
				);
				const categories = sizes.map((_size, index) => ({ id: `c${index}`, expected: 0 }));
				const partition = partitionOf(categories, people, floor);
				const withheld = withheldGroups(partition, behind, floor);
				const hidden = [...withheld.keys()].filter((group) => sizeOfGroup(group, behind) > 0);
				const count = hidden.reduce((sum, group) => sum + sizeOfGroup(group, behind), 0);
				for (const [group, reason] of withheld) {
					const least = group.categoryIds.length > 1 ? floor + 1 : floor;
					expect(sizeOfGroup(group, behind) < least).toBe(reason === 'small');
				}
				if (count === 0 || withheld.size === partition.length) return;
				expect(hidden.length).toBeGreaterThan(1);
				expect(count).toBeGreaterThan(floor);
			}
		)
	);
});

test('[GR3] of three voters and more no band is nobody alone or all alone', () => {
	expect([0, 1, 2, 3].map((supporters) => supportBand(supporters, 3))).toEqual([
		'few',
		'few',
		'most',
		'most'
	]);
	expect([0, 3, 4, 5, 6, 9].map((supporters) => supportBand(supporters, 9))).toEqual([
		'few',
		'few',
		'some',
		'some',
		'most',
		'most'
	]);
	for (let voters = 3; voters < 40; voters++) {
		expect(supportBand(1, voters)).toBe(supportBand(0, voters));
		expect(supportBand(voters - 1, voters)).toBe(supportBand(voters, voters));
	}
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { namedCategories, partitionOf, sizeOfGroup } from './partition.ts';
import { supportBand } from './support.ts';
import { withheldGroups } from './withheld.ts';

const of = (people: Record<string, number>) => new Map(Object.entries(people));
const groupsOf = (people: Record<string, number>, floor = 3) =>
	partitionOf(of(people), floor).map(({ categoryIds }) => categoryIds.join('+'));
const withheldOf = (
	people: Record<string, number>,
	behind: Record<string, number>,
	floor = 3
): string[] =>
	[...withheldGroups(partitionOf(of(people), floor), of(behind), floor)].map(
		([{ categoryIds }, reason]) => `${categoryIds.join('+')}: ${reason}`
	);

test.each([
	['all are large', { a: 3, b: 9 }, ['a', 'b']],
	['two small ones', { a: 5, b: 2, c: 2 }, ['a', 'b+c']],
	[
		'small ones of three people take the smallest other',
		{ a: 5, b: 2, c: 1, d: 4 },
		['a', 'b+c+d']
	],
	['one of two people', { a: 5, b: 2, c: 3 }, ['a', 'b+c']],
	['of equals the last joins', { a: 3, b: 3, c: 1 }, ['a', 'b+c']],
	['nobody of one', { a: 5, b: 0 }, ['a', 'b']],
	['nobody of one, few of another', { a: 5, b: 0, c: 2, d: 2 }, ['a', 'b+c+d']],
	['too few altogether', { a: 2, b: 1 }, ['a+b']],
	['no category', {}, []]
])('[GR1] the partition where %s', (_what, people, groups) => {
	expect(groupsOf(people)).toEqual(groups);
});

test('[GR1] every category is in one group; joined ones are floor + 1 people, or everybody, or nobody', () => {
	fc.assert(
		fc.property(
			fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 17 }),
			fc.integer({ min: 3, max: 10 }),
			(sizes, floor) => {
				const people = new Map(sizes.map((size, index) => [`c${index}`, size]));
				const partition = partitionOf(people, floor);
				const all = partition.flatMap(({ categoryIds }) => categoryIds);
				expect([...all].sort()).toEqual([...people.keys()].sort());
				for (const group of partition) {
					const size = sizeOfGroup(group, people);
					if (partition.length === 1 || size === 0) continue;
					expect(size).toBeGreaterThanOrEqual(group.categoryIds.length > 1 ? floor + 1 : floor);
				}
			}
		)
	);
});

test('[GR1] only categories that stand alone are named beside a note', () => {
	const people = of({ a: 5, b: 2, c: 2, d: 0 });
	expect([...namedCategories(partitionOf(people, 3), people, 3)]).toEqual(['a']);
	const empty = of({ a: 5, d: 0 });
	expect([...namedCategories(partitionOf(empty, 3), empty, 3)]).toEqual(['a']);
});

test.each([
	['enough voted everywhere', { a: 5, b: 4, c: 4 }, { a: 5, b: 3, c: 4 }, []],
	['nobody of a group voted', { a: 5, b: 4, c: 4 }, { a: 5, b: 0, c: 4 }, ['b: small']],
	[
		'two of a group of four voted',
		{ a: 5, b: 4, c: 6 },
		{ a: 5, b: 2, c: 6 },
		['b: small', 'a: derivable']
	],
	[
		'two hidden groups are three people',
		{ a: 5, b: 4, c: 4, d: 9 },
		{ a: 5, b: 2, c: 1, d: 9 },
		['b: small', 'c: small', 'a: derivable']
	],
	[
		'two hidden groups are four people',
		{ a: 5, b: 4, c: 4, d: 9 },
		{ a: 5, b: 2, c: 2, d: 9 },
		['b: small', 'c: small']
	],
	[
		'three of joined ones voted',
		{ a: 5, b: 2, c: 2 },
		{ a: 5, b: 2, c: 1 },
		['b+c: small', 'a: derivable']
	]
])('[GR2] what is withheld where %s', (_what, people, behind, withheld) => {
	expect(withheldOf(people, behind)).toEqual(withheld);
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
				const partition = partitionOf(people, floor);
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

import { expect, test } from 'vitest';
import { supportBand } from './support.ts';
import { mayTellBands } from './told-bands.ts';

/** Every way in which groups of such sizes, and hidden voters, may have given to an option. */
function* halls(sizes: readonly number[], hidden: number, most: number): Generator<Hall> {
	const counts = sizes.map(() => 0);
	for (;;) {
		const supporters = counts.reduce((sum, count) => sum + count, 0);
		for (let given = supporters; given <= most * (supporters + hidden); given++)
			yield { supporters: [...counts], given };
		let at = 0;
		while (at < counts.length && counts[at] === sizes[at]) counts[at++] = 0;
		if (at === counts.length) return;
		counts[at] = (counts[at] ?? 0) + 1;
	}
}

interface Hall {
	readonly supporters: readonly number[];
	readonly given: number;
}

/** What somebody reads: the total, and the bands where they are told. */
function message(
	{ supporters, given }: Hall,
	sizes: readonly number[],
	hidden: number,
	most: number
) {
	const groups = supporters.map((count, at) => ({ supporters: count, voters: sizes[at] ?? 0 }));
	const told = mayTellBands({ groups, given, hidden, most });
	const bands = groups.map((group) => supportBand(group.supporters, group.voters));
	return `${given} ${told ? bands.join(' ') : 'kept back'}`;
}

test.each([
	[[3, 3], 0, 1],
	[[3, 6], 0, 1],
	[[3, 3], 0, 2],
	[[4, 5], 1, 1],
	[[3, 4, 5], 0, 1],
	[[3, 3, 3], 2, 2],
	[[5, 6, 7], 0, 2],
	[[3, 3, 4, 5], 0, 1],
	[[9], 0, 1],
	[[4], 3, 2]
])(
	'[GR7] who knows total and bands cannot tell of a group of %j, %i hidden, %i each, that nobody or everybody supported',
	(sizes, hidden, most) => {
		const all = [...halls(sizes, hidden, most)];
		const byTotal = Map.groupBy(all, ({ given }) => given);
		const byMessage = Map.groupBy(all, (hall) => message(hall, sizes, hidden, most));
		for (const [read, possible] of byMessage) {
			const sameTotal = byTotal.get(possible[0]?.given ?? 0) ?? [];
			for (const [at, size] of sizes.entries())
				for (const extreme of [0, size]) {
					const isOther = ({ supporters }: Hall): boolean => supporters[at] !== extreme;
					// What the total alone tells, bands cannot hide.
					if (sameTotal.some(isOther)) expect(possible.some(isOther), read).toBe(true);
				}
		}
	}
);

test('[GR7] in halls as they are most bands are told', () => {
	const sizes = [3, 4, 5, 6, 7, 8];
	const supporters = [1, 2, 4, 2, 5, 3];
	const groups = sizes.map((voters, at) => ({ voters, supporters: supporters[at] ?? 0 }));
	expect(mayTellBands({ groups, given: 24, hidden: 0, most: 2 })).toBe(true);
	expect(mayTellBands({ groups, given: 24, hidden: 4, most: 2 })).toBe(true);
});

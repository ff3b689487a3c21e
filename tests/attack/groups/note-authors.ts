import type { BoardAuthor, BoardPerson } from '#lib/domain/groups/note-labels.ts';
import type { SeededRandom } from '../../fuzz/seeded-random.ts';

/** A board as it stands at the end of writing: who could write there, and when each hand wrote first. */
export interface WrittenBoard {
	readonly floor: number;
	/** Those who took part; with categories, which those who run the workshop know of everybody. */
	readonly people: readonly BoardPerson[];
	/** When each hand wrote first, by its pseudonym's number. */
	readonly hands: readonly number[];
	/** When the attacker looks. */
	readonly looks: readonly number[];
}

/** Hand to the category that stands beside its notes at a look; hands without one are not in it. */
export type LabelRules = (
	people: readonly BoardPerson[],
	authors: readonly BoardAuthor[],
	floor: number,
	look: number
) => ReadonlyMap<string, string>;

/** A hand of which the names beside notes leave too few people. */
export interface FoundHand {
	readonly hand: number;
	/** Who it can be, and who it could be without any name. */
	readonly people: readonly string[];
	readonly unnamed: number;
}

/**
 * The attacker who runs the workshop: knows everybody's name, category and hour of coming, sees each note
 * come and which notes are of one hand, who never took part, and the rules by which categories are named.
 * Everybody who could be a hand, in any way in which all hands are different people who had come and the same
 * would be named, is a candidate. A hand is found where it has fewer candidates than the floor, and fewer
 * than without any names. Null where the real authors are none of the attacker's ways.
 */
export function attackAuthors(
	board: WrittenBoard,
	authors: readonly BoardAuthor[],
	rules: LabelRules
): readonly FoundHand[] {
	const { people, hands, floor, looks } = board;
	const shown = (written: readonly string[]): string =>
		looks
			.map((look) => {
				const then = people.filter(({ since }) => since <= look);
				const own = written.flatMap((id, hand) => {
					const first = hands[hand] ?? 0;
					return first <= look ? [{ id, first }] : [];
				});
				const named = rules(then, own, floor, look);
				return own.map(({ id }) => named.get(id) ?? '-').join();
			})
			.join('\n');
	const told = shown(authors.map(({ id }) => id));
	const ways = matchings(people, hands);
	const candidates = hands.map(() => new Set<string>());
	const unnamed = hands.map(() => new Set<string>());
	for (const way of ways) {
		for (const [hand, id] of way.entries()) unnamed[hand]?.add(id);
		if (shown(way) !== told) continue;
		for (const [hand, id] of way.entries()) candidates[hand]?.add(id);
	}
	return hands.flatMap((_first, hand) => {
		const own = candidates[hand] ?? new Set();
		const without = unnamed[hand]?.size ?? 0;
		return own.size < Math.min(floor, without)
			? [{ hand, people: [...own], unnamed: without }]
			: [];
	});
}

/** Every way in which the hands are different people who had come. */
function matchings(people: readonly BoardPerson[], hands: readonly number[]): string[][] {
	const ways: string[][] = [];
	const way: string[] = [];
	const go = (hand: number): void => {
		const first = hands[hand];
		if (first === undefined) {
			ways.push([...way]);
			return;
		}
		for (const { id, since } of people) {
			if (since > first || way.includes(id)) continue;
			way.push(id);
			go(hand + 1);
			way.pop();
		}
	};
	go(0);
	return ways;
}

/** A small board: people of a few categories come one after the other, and most of them write. */
export function randomBoard(
	random: SeededRandom,
	size: { people: number; categories: number }
): { readonly board: WrittenBoard; readonly authors: readonly BoardAuthor[] } {
	const people = Array.from({ length: random.between(4, size.people) }, (_, index) => ({
		id: `p${index}`,
		categoryId: 'abcdefgh'[random.below(size.categories)] ?? '',
		since: random.chance(0.6) ? 0 : random.below(20)
	}));
	const authors = people
		.filter(() => random.chance(0.75))
		.map(({ id, since }) => ({ id, first: since + random.below(20) }))
		.sort((a, b) => a.first - b.first);
	const end = 40;
	const board = {
		floor: 3,
		people,
		hands: authors.map(({ first }) => first),
		looks: [random.below(30), end]
	};
	return { board, authors };
}

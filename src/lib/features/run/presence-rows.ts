import type { StakeholderCategory } from '#lib/domain/people/stakeholder-category.ts';

/** `now` is here, `off` joined and is not connected, `absent` is awaited. */
export type Seat = 'now' | 'off' | 'absent';

/** One category of people and who of it came. */
export interface PresenceRow {
	readonly category: StakeholderCategory;
	readonly joined: number;
	/** Connected at this moment, never more than joined. */
	readonly connected: number;
	/** Awaited people who did not join. */
	readonly missing: number;
	/** Few of it came while the room is filling: somebody should look for them. */
	readonly care: boolean;
	/** One a person, or null where they are too many to be drawn one by one. */
	readonly seats: readonly Seat[] | null;
}

/** Most people of a category whose seats are drawn one by one. */
export const MOST_SEATS = 20;

/**
 * The categories, least present first: by the share of those awaited that joined, then in their order.
 * Without `connected` everybody who joined counts as here. Care is asked for where fewer than half of a category
 * came once half of all who are awaited did: before that nearly every category would. Rules [RN10] and [RN17].
 */
export function presenceRows(
	categories: readonly StakeholderCategory[],
	joined: Readonly<Record<string, number>>,
	connected: Readonly<Record<string, number>> | undefined
): PresenceRow[] {
	const came = (category: StakeholderCategory) => joined[category.id] ?? 0;
	const expected = categories.reduce((all, category) => all + category.expected, 0);
	const awaited = categories.reduce(
		(all, category) => all + Math.min(category.expected, came(category)),
		0
	);
	const filling = awaited * 2 >= expected;
	const rows = categories.map((category) => {
		const row = rowOf(category, came(category), connected);
		return { ...row, care: filling && row.missing > 0 && came(category) * 2 < category.expected };
	});
	return rows.sort((a, b) => share(a) - share(b) || a.category.position - b.category.position);
}

function rowOf(
	category: StakeholderCategory,
	joined: number,
	connected: Readonly<Record<string, number>> | undefined
): Omit<PresenceRow, 'care'> {
	const here = connected ? Math.min(joined, connected[category.id] ?? 0) : joined;
	const missing = Math.max(0, category.expected - joined);
	const seats: Seat[] = [
		...Array<Seat>(here).fill('now'),
		...Array<Seat>(joined - here).fill('off'),
		...Array<Seat>(missing).fill('absent')
	];
	return {
		category,
		joined,
		connected: here,
		missing,
		seats: seats.length > MOST_SEATS ? null : seats
	};
}

function share({ category, joined }: PresenceRow): number {
	return category.expected === 0 ? 1 : Math.min(1, joined / category.expected);
}

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
	/** One a person, or null where they are too many to be drawn one by one. */
	readonly seats: readonly Seat[] | null;
}

/** Most people of a category whose seats are drawn one by one. */
export const MOST_SEATS = 20;

/**
 * The categories, least present first: by the share of those awaited that joined, then in their order.
 * Without `connected` everybody who joined counts as here. Rule [RN10].
 */
export function presenceRows(
	categories: readonly StakeholderCategory[],
	joined: Readonly<Record<string, number>>,
	connected: Readonly<Record<string, number>> | undefined
): PresenceRow[] {
	const rows = categories.map((category) => rowOf(category, joined[category.id] ?? 0, connected));
	return rows.sort((a, b) => share(a) - share(b) || a.category.position - b.category.position);
}

function rowOf(
	category: StakeholderCategory,
	joined: number,
	connected: Readonly<Record<string, number>> | undefined
): PresenceRow {
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

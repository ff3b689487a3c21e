import type { PreparationStep } from '#lib/domain/workshops/preparation.ts';
import type { ListedPart } from '#lib/domain/workshops/workshop-parts.ts';

/** A workshop with the figures that its line or sheet shows. */
export interface ListedWorkshop {
	readonly workshop: ListedPart;
	readonly opened: boolean;
	readonly expected: number;
	readonly categories: number;
	readonly activities: number;
	readonly participants: number;
	readonly notes: number;
	readonly actions: number;
	readonly done: readonly PreparationStep[];
}

export interface SortedWorkshops {
	readonly next: ListedWorkshop | undefined;
	readonly later: readonly ListedWorkshop[];
	readonly past: readonly ListedWorkshop[];
}

/**
 * The next workshop (one whose hall is open comes first, then the earliest day from today on, then those
 * without a day), the later ones in that order, and the past ones (closed, or with their last day before
 * today and not open), newest first.
 */
export function sortWorkshops(
	workshops: readonly ListedWorkshop[],
	today: string
): SortedWorkshops {
	const isPast = ({ workshop }: ListedWorkshop) =>
		workshop.state === 'closed' ||
		(workshop.state !== 'open' && (lastDay(workshop) ?? today) < today);
	const ahead = workshops
		.filter((item) => !isPast(item))
		.sort((a, b) => rank(a).localeCompare(rank(b)));
	const past = workshops
		.filter(isPast)
		.sort((a, b) => (b.workshop.date ?? '').localeCompare(a.workshop.date ?? ''));
	return { next: ahead[0], later: ahead.slice(1), past };
}

function lastDay({ days }: ListedPart): string | undefined {
	return days
		.flatMap(({ date }) => date ?? [])
		.sort()
		.at(-1);
}

function rank({ workshop }: ListedWorkshop): string {
	return (workshop.state === 'open' ? '0' : '1') + (workshop.date ?? '9999');
}

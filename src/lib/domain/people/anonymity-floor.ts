import { DomainError } from '../errors.ts';

/**
 * Bounds of a workshop's floor of anonymity, in people present of a category: with fewer a category is
 * named beside no note, person or figure. Under three nobody is hidden, since each of two knows the other.
 */
export const ANONYMITY_FLOOR = { least: 3, most: 10, usual: 3 } as const;

/** Every floor that a workshop may have, the lowest first. */
export const ANONYMITY_FLOORS: readonly number[] = Array.from(
	{ length: ANONYMITY_FLOOR.most - ANONYMITY_FLOOR.least + 1 },
	(_, index) => ANONYMITY_FLOOR.least + index
);

/**
 * The floor that takes the place of `present`. Once the hall was opened it only rises: a lower one would
 * name afterwards whom the higher one promised to hide. Throws `invalid_input` (details: field) and
 * `floor_lowered` (details: floor). Rule [AF2].
 */
export function requireAnonymityFloor(
	wanted: number,
	{ present, opened }: { readonly present: number; readonly opened: boolean }
): number {
	if (!ANONYMITY_FLOORS.includes(wanted))
		throw new DomainError('invalid_input', { field: 'anonymityFloor' });
	if (opened && wanted < present) throw new DomainError('floor_lowered', { floor: present });
	return wanted;
}

import { PLAN_LIMITS } from '../../domain/plan/action-plan.ts';
import { LOCALES } from '../../domain/text/locale.ts';
import { UNITS_PER_CHARACTER } from '../../domain/text/text.ts';
import type { FieldShape } from '../document-shape.ts';

/** True for every value that a field may hold. */
export type Accepts = (value: unknown) => boolean;

/** Fields that hold plain values, by their names. */
export function entryFields(
	fields: Readonly<Record<string, Accepts>>
): ReadonlyMap<string, FieldShape> {
	return new Map(
		Object.entries(fields).map(([name, accepts]) => [name, { kind: 'value', accepts }])
	);
}

/** The title in each language, as `localized-fields.ts` writes it. */
export function titleFields(): Record<string, Accepts> {
	return Object.fromEntries(
		LOCALES.map((locale) => [`title.${locale}`, isTextOf(PLAN_LIMITS.title)])
	);
}

/** A text of at most `limit` characters, each of which may be built of several UTF-16 units. */
export function isTextOf(limit: number): Accepts {
	return (value) => typeof value === 'string' && value.length <= limit * UNITS_PER_CHARACTER;
}

/** Entries keep their order by positions, which may lie between two others. */
export function isPosition(value: unknown): boolean {
	return typeof value === 'number' && Math.abs(value) <= 1e9;
}

export function isFlag(value: unknown): boolean {
	return typeof value === 'boolean';
}

/** Ids of entries, as `newId` makes them. */
export function isEntryId(value: string): boolean {
	return /^[a-z0-9]{4,24}$/.test(value);
}

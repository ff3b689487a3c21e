import type { Flag } from './database.ts';

/** A boolean as both engines store it. */
export function flag(value: boolean): Flag {
	return value ? 1 : 0;
}

import * as foundation from '../../../../migrations/2026-11-21-foundation.ts';
import type { Migrations } from './migrate.ts';

/** Every migration by its file's name. A new one is added here and nowhere else. */
export const MIGRATIONS: Migrations = {
	'2026-11-21-foundation': foundation
};

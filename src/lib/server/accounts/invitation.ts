import * as v from 'valibot';
import { ACCOUNT_ROLES, type AccountRole } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import { listRegionIds } from '../reads/known-regions.ts';

/** What an invited person will be. A director has one region or more, nobody else has any. */
export interface Invitation {
	readonly role: AccountRole;
	readonly regions: readonly string[];
}

const schema = v.object({ role: v.picklist(ACCOUNT_ROLES), regions: v.array(v.string()) });

/** Reads an invitation from a form or a link. Throws `invalid_input`. */
export function parseInvitation(value: unknown): Invitation {
	const parsed = v.safeParse(schema, value);
	if (!parsed.success) throw new DomainError('invalid_input', { field: 'role' });
	return parsed.output;
}

/** Throws `invalid_input` (details: field) unless every region exists and the role asks for them. */
export async function assertRegionsSuit(db: Db, { role, regions }: Invitation): Promise<void> {
	const wanted = new Set(regions);
	const wrong = new DomainError('invalid_input', { field: 'regions' });
	if ((role === 'director') !== wanted.size > 0 || wanted.size !== regions.length) throw wrong;
	if (!new Set(await listRegionIds(db)).isSupersetOf(wanted)) throw wrong;
}

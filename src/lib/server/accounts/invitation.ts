import * as v from 'valibot';
import { ACCOUNT_ROLES, type AccountRole } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';
import type { Db } from '../db/database.ts';
import { listRegionIds } from '../reads/known-regions.ts';

/** What an invited person will be. A director has one region or more, nobody else has any. */
export interface Invitation {
	readonly role: AccountRole;
	readonly regions: readonly string[];
	/** Whom it is for, as whoever invites calls them; empty where nobody was named. */
	readonly name: string;
	/** The account that invited; empty where it is not known. */
	readonly invitedBy: string;
}

/** What an administrator says of whom they invite. */
export type WantedInvitation = Pick<Invitation, 'role' | 'regions'> & { readonly name?: string };

/** An invitation that nobody accepted yet, for those who manage accounts. */
export interface OpenInvitation extends Pick<Invitation, 'role' | 'regions' | 'name'> {
	/** Names it, and opens nothing. */
	readonly id: string;
	/** The name of who invited; empty where it is not known. */
	readonly invitedBy: string;
	/** Epoch milliseconds. */
	readonly invitedAt: number;
	readonly expiresAt: number;
}

const schema = v.object({
	role: v.picklist(ACCOUNT_ROLES),
	regions: v.array(v.string()),
	name: v.optional(v.string(), ''),
	invitedBy: v.optional(v.string(), '')
});

/** Reads an invitation from a form or a link. Throws `invalid_input`. */
export function parseInvitation(value: unknown): Invitation {
	const parsed = v.safeParse(schema, value);
	if (!parsed.success) throw new DomainError('invalid_input', { field: 'role' });
	return parsed.output;
}

/** Throws `invalid_input` (details: field) unless every region exists and the role asks for them. */
export async function assertRegionsSuit(
	db: Db,
	{ role, regions }: WantedInvitation
): Promise<void> {
	const wanted = new Set(regions);
	const wrong = new DomainError('invalid_input', { field: 'regions' });
	if ((role === 'director') !== wanted.size > 0 || wanted.size !== regions.length) throw wrong;
	if (!new Set(await listRegionIds(db)).isSupersetOf(wanted)) throw wrong;
}

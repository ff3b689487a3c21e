import * as v from 'valibot';
import type { AccountRole } from './actor.ts';
import { DomainError, tellingWhere } from '../errors.ts';
import { requireText } from '../text/text.ts';

/** Lengths in characters as people count them. */
export const ACCOUNT_LIMITS = { name: 120, email: 254, passwordMinimum: 12 } as const;

/** Where an account begins: the page it is led to after signing in. */
export const HOME_OF: Readonly<Record<AccountRole, string>> = {
	facilitator: '/workshops',
	director: '/regions',
	administrator: '/admin'
};

/** What a person gives when they make their account. */
export interface NewPerson {
	readonly name: string;
	readonly email: string;
	readonly password: string;
}

const email = v.pipe(v.string(), v.trim(), v.maxLength(ACCOUNT_LIMITS.email), v.email());

/**
 * An address as it is stored: without spaces around it, in lower case, since nobody types capitals the
 * same way twice. Throws `invalid_input` (details: field).
 */
export function requireEmail(typed: string): string {
	const parsed = v.safeParse(email, typed);
	if (!parsed.success) throw new DomainError('invalid_input', { field: 'email' });
	return parsed.output.toLowerCase();
}

/** The name others see. Throws `text_empty` or `text_too_long` (details: field). */
export function requireName(typed: string): string {
	return tellingWhere({ field: 'name' }, () => requireText(typed, ACCOUNT_LIMITS.name));
}

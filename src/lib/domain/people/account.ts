import type { AccountRole } from './actor.ts';
import { DomainError, tellingWhere } from '../errors.ts';
import { requireText } from '../text/text.ts';
import { typedIdentifier } from '../text/typed-identifier.ts';

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

/** Letters, digits and the signs that addresses have, dots between them; behind the sign the name of a domain. */
const EMAIL =
	/^(?!\.|.*\.[.@])[a-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$/;

/**
 * An address as it is stored and found: cleaned as {@link typedIdentifier} does, in lower case, since nobody types
 * capitals the same way twice, and out of what a mail program copies with it: `Amina <a@b.ma>`, `mailto:`, a dot or
 * comma behind it.
 */
export function plainEmail(typed: string): string {
	const [, bracketed] = /<([^<>]*)>/u.exec(typed) ?? [];
	return typedIdentifier(bracketed ?? typed)
		.toLowerCase()
		.replace(/^mailto:/u, '')
		.replace(/[.,;:،؛]+$/u, '');
}

/** What was typed as an address ({@link plainEmail}). Throws `invalid_input` (details: field). */
export function requireEmail(typed: string): string {
	const email = plainEmail(typed);
	if (email.length > ACCOUNT_LIMITS.email || !EMAIL.test(email))
		throw new DomainError('invalid_input', { field: 'email' });
	return email;
}

/** The name others see. Throws `text_empty` or `text_too_long` (details: field). */
export function requireName(typed: string): string {
	return tellingWhere({ field: 'name' }, () => requireText(typed, ACCOUNT_LIMITS.name));
}

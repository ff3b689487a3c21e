import type { AccountActor, AccountRole } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';

/**
 * The signed-in account of a page, of one of `roles` where some are named. Throws `not_signed_in`, which
 * a guarded load turns into the sign-in page, or `forbidden`. Services check again on their own.
 */
export function requireAccount(
	locals: Pick<App.Locals, 'account'>,
	...roles: readonly AccountRole[]
): AccountActor & { name: string; email: string } {
	if (!locals.account) throw new DomainError('not_signed_in');
	if (roles.length > 0 && !roles.includes(locals.account.role)) throw new DomainError('forbidden');
	return locals.account;
}

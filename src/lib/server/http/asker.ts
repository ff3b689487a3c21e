import type { RequestEvent } from '@sveltejs/kit';
import type { AccountActor, GuestActor } from '../../domain/people/actor.ts';
import { DomainError } from '../../domain/errors.ts';

/**
 * As whom a request about one workshop comes: the guest that this browser is there, else its account;
 * `?as=account` says that it is the account that asks. Throws `not_signed_in`.
 */
export async function askerOf(
	event: Pick<RequestEvent, 'locals' | 'url'>,
	workshopId: string
): Promise<AccountActor | GuestActor> {
	const { locals, url } = event;
	const guest =
		url.searchParams.get('as') === 'account' ? undefined : await locals.guest(workshopId);
	const actor = guest ?? locals.account;
	if (!actor) throw new DomainError('not_signed_in');
	return actor;
}

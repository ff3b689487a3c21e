import { halfDays } from '#lib/domain/workshops/half-days.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** Who came, who was awaited by name and did not, and the half-days for which they sign. */
export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { participants, tickets, workshops, agenda } = locals.app;
	const attendance = await participants.attendance(account, params.workshop);
	const { days } = await workshops.get(account, params.workshop);
	return {
		attendance,
		awaited: (await tickets.list(account, params.workshop))
			.filter(({ state, name }) => state === 'free' && name !== '')
			.map(({ id, name, organisation, categoryId }) => ({ id, name, organisation, categoryId })),
		halfDays: halfDays(days, await agenda.list(account, params.workshop))
	};
});

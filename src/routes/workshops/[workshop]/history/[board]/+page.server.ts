import { DomainError } from '#lib/domain/errors.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { PageServerLoadEvent } from './$types';

/** The board whose history is shown, with its activity, and the note it begins with. */
export const load = guardedLoad(async ({ locals, params, url }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { agenda, stage } = locals.app;
	const { boards } = await stage.get(account, params.workshop);
	const board = boards.find(({ id }) => id === params.board);
	const activities = await agenda.list(account, params.workshop);
	const activity = activities.find(({ id }) => id === board?.activityId);
	if (!activity || !board) throw new DomainError('not_found');
	return { activity, boardId: board.id, note: url.searchParams.get('note') };
});

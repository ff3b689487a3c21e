import type { LateNoteRef } from '#lib/domain/boards/late-note.ts';
import { parseNoteRefId } from '#lib/board/clusters-doc.ts';
import { DomainError } from '#lib/domain/errors.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { RequestEvent } from '@sveltejs/kit';
import type { Actions, PageServerLoadEvent, RouteParams } from './$types';

export const load = guardedLoad(async ({ locals, params }: PageServerLoadEvent) => {
	const account = requireAccount(locals, 'facilitator');
	const { agenda, categories, lateNotes, stage } = locals.app;
	const id = params.workshop;
	return {
		notes: await lateNotes.list(account, id),
		agenda: await agenda.list(account, id),
		categories: await categories.list(account, id),
		stage: await stage.get(account, id)
	};
});

export const actions: Actions = { admit: decision('admit'), leave: decision('leave') };

/** Admits the notes that the form names, or leaves them out. */
function decision(decide: 'admit' | 'leave') {
	return guardedAction(
		async ({ locals, params }: RequestEvent<RouteParams>, form) => {
			const account = requireAccount(locals, 'facilitator');
			await locals.app.lateNotes[decide](account, params.workshop, readNotes(form));
			return {};
		},
		{ most: BODY_LIMITS.texts }
	);
}

/** The notes that the form names, each as `<board>/<key>`. */
function readNotes(form: FormData): LateNoteRef[] {
	return form.getAll('note').map((named) => {
		const ref = typeof named === 'string' ? parseNoteRefId(named) : undefined;
		if (!ref) throw new DomainError('invalid_input', { field: 'note' });
		return { boardId: ref.board, key: ref.key };
	});
}

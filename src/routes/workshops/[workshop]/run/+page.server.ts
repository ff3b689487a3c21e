import { redirect } from '@sveltejs/kit';
import { DomainError } from '#lib/domain/errors.ts';
import { isReference } from '#lib/domain/id.ts';
import type { AccountActor } from '#lib/domain/people/actor.ts';
import { LET_IN_AT_ONCE } from '#lib/domain/votes/vote.ts';
import { runOf } from '#lib/domain/workshops/workshop-parts.ts';
import { isWriting } from '#lib/domain/stage/stage.ts';
import type { CommandResult, RunData } from '#lib/features/run/run-data.ts';
import type { StepCommand } from '#lib/features/run/next-steps.ts';
import type { App } from '#lib/server/app.ts';
import { readState } from '#lib/server/agenda/activity-form.ts';
import { requireAccount } from '#lib/server/auth/require-account.ts';
import { choiceField, textField, wholeNumberField } from '#lib/server/http/form-fields.ts';
import { BODY_LIMITS } from '#lib/server/http/body-limits.ts';
import { guardedAction } from '#lib/server/http/guarded-action.ts';
import { makeScreen } from '#lib/server/screen/make-screen.ts';
import { guardedLoad } from '#lib/server/http/guarded-load.ts';
import type { Actions, PageServerLoadEvent, RequestEvent } from './$types';

export const load = guardedLoad(
	async ({ locals, params, url }: PageServerLoadEvent): Promise<RunData> => {
		const account = requireAccount(locals, 'facilitator');
		const {
			workshops,
			agenda,
			categories,
			stage,
			participants,
			run,
			votes,
			origins,
			lateNotes,
			proposals
		} = locals.app;
		const id = params.workshop;
		const [notes, attendance, at] = await Promise.all([
			run.countNotes(account, id),
			participants.attendance(account, id),
			stage.get(account, id)
		]);
		return {
			me: account.id,
			workshop: runOf(await workshops.get(account, id)),
			agenda: await agenda.list(account, id),
			categories: await categories.list(account, id),
			stage: at,
			joined: Object.fromEntries(attendance.map(({ categoryId, joined }) => [categoryId, joined])),
			notes: Object.fromEntries(notes),
			clusters: at.activityId === null ? 0 : await votes.countVotable(account, id, at.activityId),
			proposals: await proposals.count(account, id),
			lateNotes: await lateNotes.countWaiting(account, id),
			joinOrigin: origins.reachable ?? url.origin,
			rehearsal: await rehearsalAt(locals.app, account, id)
		};
	}
);

/** How much stands in the rehearsal that the workshop is; null for one that is held. */
async function rehearsalAt(
	{ rehearsals }: App,
	account: AccountActor,
	id: string
): Promise<RunData['rehearsal']> {
	const found = await rehearsals.find(account, id);
	if (found?.id !== id) return null;
	const { ofId, people, notes } = found;
	return { id, ofId, people, notes };
}

/** One command; `seen` is the version that the form was made from. */
function command(
	run: (on: {
		app: App;
		account: AccountActor;
		id: string;
		form: FormData;
		seen: number;
	}) => Promise<unknown>
) {
	return guardedAction(
		async ({ locals, params }: RequestEvent, form): Promise<CommandResult> => {
			const account = requireAccount(locals, 'facilitator');
			const seen = wholeNumberField(form, 'seen', { empty: -1 });
			await run({ app: locals.app, account, id: params.workshop, form, seen });
			return {};
		},
		{ most: BODY_LIMITS.texts }
	);
}

export const actions: Actions & Record<StepCommand, unknown> = {
	openHall: command(({ app, account, id, seen }) => app.workshops.openHall(account, id, seen)),
	closeHall: command(({ app, account, id, seen }) => app.workshops.closeHall(account, id, seen)),
	openActivity: command(({ app, account, id, form, seen }) =>
		app.stage.openActivity(account, id, textField(form, 'activity'), seen)
	),
	showActivity: command(({ app, account, id, form, seen }) =>
		app.stage.showActivity(account, id, textField(form, 'activity'), seen)
	),
	closeWriting: command(({ app, account, id, seen }) => app.stage.closeWriting(account, id, seen)),
	reopenWriting: command(({ app, account, id, seen }) =>
		app.stage.reopenWriting(account, id, seen)
	),
	revealNotes: command(({ app, account, id, form, seen }) =>
		app.stage.revealNotes(account, id, textField(form, 'activity'), seen)
	),
	showBoards: command(({ app, account, id, form, seen }) =>
		app.stage.showBoards(account, id, textField(form, 'activity'), seen)
	),
	lockBoard: command(({ app, account, id, form, seen }) =>
		app.stage.lockBoard(account, id, textField(form, 'board'), seen)
	),
	unlockBoard: command(({ app, account, id, form, seen }) =>
		app.stage.unlockBoard(account, id, textField(form, 'board'), seen)
	),
	pause: command(({ app, account, id, seen }) => app.stage.pauseTimer(account, id, seen)),
	resume: command(({ app, account, id, seen }) => app.stage.resumeTimer(account, id, seen)),
	minutes: command(({ app, account, id, form, seen }) => {
		const minutes = Number(choiceField(form, 'minutes', ['-1', '1', '5']));
		return app.stage.addMinutes(account, id, minutes, seen);
	}),
	show: command(({ app, account, id, form, seen }) =>
		app.stage.show(account, id, choiceField(form, 'view', ['board', 'results']), seen)
	),
	keepState: command(async ({ app, account, id, form, seen }) => {
		const activity = textField(form, 'activity');
		const item = (await app.agenda.list(account, id)).find((one) => one.id === activity);
		if (!item) throw new DomainError('not_found');
		await app.stage.keepState(account, id, activity, readState(form, item), seen);
	}),
	cluster: command(async ({ app, account, id, seen }) => {
		if (isWriting(await app.stage.get(account, id)))
			await app.stage.closeWriting(account, id, seen);
		redirect(303, `/workshops/${id}/clusters`);
	}),
	propose: command(({ id }) => redirect(303, `/workshops/${id}/proposals`)),
	openVote: command(async ({ app, account, id, form, seen }) => {
		await app.votes.openVote(account, id, textField(form, 'activity'), seen);
		// The page of the clusters posts here too, and goes on here.
		redirect(303, `/workshops/${id}/run`);
	}),
	letVote: command(({ app, account, form }) =>
		app.votes.letVote(
			account,
			textField(form, 'vote'),
			textField(form, 'people').split(' ').filter(isReference).slice(0, LET_IN_AT_ONCE)
		)
	),
	endVote: command(({ app, account, id, form, seen }) =>
		app.votes.endVote(account, id, textField(form, 'vote'), seen)
	),
	reopenVote: command(({ app, account, id, form, seen }) =>
		app.votes.reopenVote(account, id, textField(form, 'vote'), seen)
	),
	publishVote: command(({ app, account, id, form, seen }) =>
		app.votes.publishVote(account, id, textField(form, 'vote'), seen)
	),
	citeVote: command(({ app, account, form }) =>
		app.votes.citeVote(
			account,
			textField(form, 'vote'),
			choiceField(form, 'cited', ['yes', 'no']) === 'yes'
		)
	),
	pretend: guardedAction(async ({ locals, params }: RequestEvent): Promise<CommandResult> => {
		const account = requireAccount(locals, 'facilitator');
		return { acts: await locals.app.rehearsals.act(account, params.workshop) };
	}),
	emptyRehearsal: command(async ({ app, account, id }) => {
		const ofId = await app.rehearsals.empty(account, id);
		redirect(303, `/workshops/${ofId}/prepare/invite#rehearsal`);
	}),
	screen: guardedAction(async ({ locals, params }: RequestEvent, form): Promise<CommandResult> => {
		const account = requireAccount(locals, 'facilitator');
		return makeScreen(locals.app, account, params.workshop, form);
	})
};

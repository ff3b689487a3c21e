import { applyAction } from '$app/forms';
import { invalidateAll } from '$app/navigation';
import type { ErrorCode } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';
import { isUnreached, withDeadline } from '#lib/features/forms/unreached.ts';
import type { SubmitFunction } from '@sveltejs/kit';
import type { JoinProblem } from './join-problem.ts';

type Success = Record<string, unknown>;
interface Failure extends Record<string, unknown> {
	readonly error: { readonly code: ErrorCode };
}

interface Hooks {
	/** True while the answer is awaited; a second press meanwhile sends nothing. */
	busy(now: boolean): void;
	/** True when the request did not reach the server, false once one is tried again. */
	notSent(now: boolean): void;
	/** Gives false to send nothing, as when something is missing. */
	ready?(): boolean;
	/** Runs when the answer leads on. */
	joined?(): void;
}

/**
 * Sends a join form in place. An answer is applied without resetting what was typed; categories that
 * changed meanwhile are loaded again; a request that the network lost leaves the page as it is.
 */
export function submitJoinForm(hooks: Hooks): SubmitFunction<Success, Failure> {
	let underWay = false;
	return ({ cancel, controller, formData }) => {
		if (underWay || hooks.ready?.() === false) {
			cancel();
			return;
		}
		underWay = true;
		hooks.busy(true);
		hooks.notSent(false);
		withDeadline({ controller, formData });
		return async ({ result }) => {
			if (isUnreached(result)) hooks.notSent(true);
			else {
				if (result.type === 'redirect') hooks.joined?.();
				await applyAction(result);
				if (result.type === 'failure' && result.data?.error.code === 'category_unknown')
					await invalidateAll();
			}
			underWay = false;
			hooks.busy(false);
		};
	};
}

/** The words for a request that the network lost. */
export function notSentProblem(): JoinProblem {
	return { title: m.join_not_sent_title(), why: m.join_not_sent_why(), aboutCode: false };
}

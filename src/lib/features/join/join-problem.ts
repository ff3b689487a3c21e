import { m } from '#lib/paraglide/messages.js';
import type { ToldError } from '#lib/words/error-message.ts';

/** What went wrong in two lines: what happened, and why or what to do. */
export interface JoinProblem {
	readonly title: string;
	readonly why?: string;
	/** True when a look at the code is what helps. */
	readonly aboutCode: boolean;
}

/** The words for an error that a code or joining met. */
export function joinProblem({ code, details, message }: ToldError): JoinProblem {
	switch (code) {
		case 'join_code_invalid':
			return { title: m.join_invalid_title(), why: m.join_invalid_why(), aboutCode: true };
		case 'joining_closed':
			return { title: m.join_early_title(), why: m.join_early_why(), aboutCode: false };
		case 'joining_stopped':
			return { title: m.join_stopped_title(), why: m.join_stopped_why(), aboutCode: false };
		case 'ticket_needed':
			return { title: m.join_needed_title(), why: m.join_needed_why(), aboutCode: true };
		case 'ticket_used':
			return { title: m.join_used_title(), why: m.join_used_why(), aboutCode: true };
		case 'ticket_void':
			return { title: m.join_void_title(), why: m.join_void_why(), aboutCode: true };
		case 'person_removed':
			return { title: m.join_removed_title(), why: m.join_removed_why(), aboutCode: false };
		case 'workshop_closed':
			return { title: m.join_ended_title(), why: m.join_ended_why(), aboutCode: false };
		case 'too_many_attempts': {
			const minutes = Math.max(1, Math.ceil(Number(details.seconds ?? 60) / 60));
			return {
				title: m.join_wait_title(),
				why: m.join_wait_why({ count: minutes }),
				aboutCode: true
			};
		}
		default:
			return { title: message, aboutCode: false };
	}
}

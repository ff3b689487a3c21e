/**
 * The closed list of what can go wrong in a way that a person has to be told. A code is also the key of
 * its message (`error_<code>`) and of its HTTP status; both maps are exhaustive.
 */
export const ERROR_CODES = [
	// who asks
	'not_signed_in',
	'session_revoked',
	'forbidden',
	'foreign_origin',
	'wrong_credentials',
	'weak_password',
	'email_taken',
	'link_invalid',
	'personal_code_invalid',
	'person_removed',
	'person_erased',
	'already_set_up',
	'too_many_attempts',
	// what is asked for
	'not_found',
	'join_code_invalid',
	'workshop_closed',
	'hall_closed',
	'joining_closed',
	'joining_stopped',
	'ticket_needed',
	'ticket_used',
	'ticket_void',
	'ticket_in_use',
	'category_unknown',
	'activity_closed',
	'board_locked',
	'note_erased',
	'stale',
	// what was sent
	'invalid_input',
	'number_unread',
	'number_not_whole',
	'number_abbreviated',
	'number_out_of_range',
	'text_empty',
	'text_too_long',
	'list_empty',
	'too_many_items',
	'file_corrupt',
	'file_too_large',
	'file_type',
	// preparing
	'category_in_use',
	'floor_lowered',
	'activity_in_use',
	'writing_fixed',
	'template_invalid',
	'template_newer',
	'facilitator_unknown',
	'hall_without_categories',
	// deciding
	'vote_closed',
	'vote_open',
	'vote_over_budget',
	'vote_over_cap',
	'vote_option_unknown',
	'vote_without_options',
	'vote_observer',
	'vote_joined_late',
	'ballot_superseded',
	'proposal_in_use',
	// the plan
	'plan_empty',
	'axis_in_use',
	'objective_in_use',
	'document_failed',
	// the live room
	'update_refused',
	'message_too_large',
	'storage_full',
	'storage_read_only',
	'try_later',
	'unexpected'
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** What an error names so that its message can say it: counts, limits, a field's key. Never secret. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/**
 * The one error that domain, services and rooms throw. It crosses bundles, so it is told apart by
 * `code` through {@link isDomainError}, never by `instanceof`.
 */
export class DomainError extends Error {
	readonly code: ErrorCode;
	readonly details: ErrorDetails;

	constructor(code: ErrorCode, details: ErrorDetails = {}) {
		super(code);
		this.name = 'DomainError';
		this.code = code;
		this.details = details;
	}
}

/** What `run` gives; to the {@link DomainError} that it throws `details` are added, such as the field that it read. */
export function tellingWhere<Result>(details: ErrorDetails, run: () => Result): Result {
	try {
		return run();
	} catch (thrown) {
		if (!isDomainError(thrown)) throw thrown;
		throw new DomainError(thrown.code, { ...thrown.details, ...details });
	}
}

/** True when `value` carries a known error code, whichever copy of this module made it. */
export function isDomainError(value: unknown): value is DomainError {
	return (
		value instanceof Error &&
		'code' in value &&
		(ERROR_CODES as readonly unknown[]).includes(value.code)
	);
}

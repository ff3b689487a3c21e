import type { DomainError, ErrorCode, ErrorDetails } from '#lib/domain/errors.ts';
import { formatNumber } from '#lib/domain/text/format.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/**
 * An error as an answer carries it to a page, its sentence included: pages that anybody opens hold no list of what can
 * go wrong elsewhere.
 */
export interface ToldError {
	readonly code: ErrorCode;
	readonly details: ErrorDetails;
	/** What the person is told, in the language of the page. */
	readonly message: string;
}

/** Without the details it needs a message says the same thing in general. */
const MESSAGES: Readonly<Record<ErrorCode, (details: ErrorDetails) => string>> = {
	not_signed_in: () => m.error_not_signed_in(),
	session_revoked: () => m.error_session_revoked(),
	forbidden: () => m.error_forbidden(),
	foreign_origin: () => m.error_foreign_origin(),
	wrong_credentials: () => m.error_wrong_credentials(),
	weak_password: ({ minimum }) =>
		minimum === undefined
			? m.error_weak_password()
			: m.error_weak_password_of({ minimum: shown(minimum) }),
	email_taken: () => m.error_email_taken(),
	link_invalid: () => m.error_link_invalid(),
	personal_code_invalid: () => m.error_personal_code_invalid(),
	person_removed: () => m.error_person_removed(),
	person_erased: () => m.error_person_erased(),
	already_set_up: () => m.error_already_set_up(),
	too_many_attempts: () => m.error_too_many_attempts(),
	not_found: () => m.error_not_found(),
	join_code_invalid: () => m.error_join_code_invalid(),
	workshop_closed: () => m.error_workshop_closed(),
	hall_closed: () => m.error_hall_closed(),
	joining_closed: () => m.error_joining_closed(),
	joining_stopped: () => m.error_joining_stopped(),
	ticket_needed: () => m.error_ticket_needed(),
	ticket_used: () => m.error_ticket_used(),
	ticket_void: () => m.error_ticket_void(),
	ticket_in_use: () => m.error_ticket_in_use(),
	category_unknown: () => m.error_category_unknown(),
	activity_closed: () => m.error_activity_closed(),
	board_locked: () => m.error_board_locked(),
	note_erased: () => m.error_note_erased(),
	stale: () => m.error_stale(),
	invalid_input: () => m.error_invalid_input(),
	number_unread: () => m.error_number_unread(),
	number_not_whole: () => m.error_number_not_whole(),
	number_abbreviated: ({ meant }) =>
		meant === undefined
			? m.error_number_abbreviated()
			: m.error_number_abbreviated_of({ meant: shown(meant) }),
	number_out_of_range: ({ least, most }) =>
		least === undefined || most === undefined
			? m.error_number_out_of_range()
			: m.error_number_out_of_range_of({ least: shown(least), most: shown(most) }),
	text_empty: () => m.error_text_empty(),
	text_too_long: ({ limit, length }) =>
		limit === undefined || length === undefined
			? m.error_text_too_long()
			: m.error_text_too_long_of({ limit: shown(limit), length: shown(length) }),
	list_empty: () => m.error_list_empty(),
	too_many_items: ({ limit }) =>
		limit === undefined
			? m.error_too_many_items()
			: m.error_too_many_items_of({ limit: shown(limit) }),
	file_corrupt: () => m.error_file_corrupt(),
	file_too_large: ({ limit, pixels }) => {
		if (typeof limit === 'number') return m.error_file_too_large_of({ limit: shownBytes(limit) });
		if (typeof pixels === 'number') return m.error_file_too_many_pixels({ pixels: shown(pixels) });
		return m.error_file_too_large();
	},
	file_type: () => m.error_file_type(),
	category_in_use: ({ name }) => m.error_category_in_use({ name: name ?? '' }),
	floor_lowered: ({ floor }) => m.error_floor_lowered({ floor: shown(floor ?? 0) }),
	activity_in_use: ({ name }) => m.error_activity_in_use({ name: name ?? '' }),
	writing_fixed: ({ name }) => m.error_writing_fixed({ name: name ?? '' }),
	template_invalid: ({ place }) => m.error_template_invalid({ place: place ?? '' }),
	template_newer: () => m.error_template_newer(),
	facilitator_unknown: () => m.error_facilitator_unknown(),
	hall_without_categories: () => m.error_hall_without_categories(),
	vote_closed: () => m.error_vote_closed(),
	vote_open: () => m.error_vote_open(),
	vote_over_budget: ({ budget }) =>
		budget === undefined
			? m.error_vote_over_budget()
			: m.error_vote_over_budget_of({ budget: shown(budget) }),
	vote_over_cap: ({ cap }) =>
		cap === undefined ? m.error_vote_over_cap() : m.error_vote_over_cap_of({ cap: shown(cap) }),
	vote_option_unknown: () => m.error_vote_option_unknown(),
	vote_without_options: () => m.error_vote_without_options(),
	vote_observer: () => m.error_vote_observer(),
	vote_joined_late: () => m.error_vote_joined_late(),
	ballot_superseded: () => m.error_ballot_superseded(),
	proposal_in_use: () => m.error_proposal_in_use(),
	plan_empty: () => m.error_plan_empty(),
	axis_in_use: () => m.error_axis_in_use(),
	objective_in_use: () => m.error_objective_in_use(),
	document_failed: () => m.error_document_failed(),
	update_refused: () => m.error_update_refused(),
	message_too_large: () => m.error_message_too_large(),
	storage_full: () => m.error_storage_full(),
	storage_read_only: () => m.error_storage_read_only(),
	try_later: () => m.error_try_later(),
	unexpected: () => m.error_unexpected()
};

/**
 * What a person is told about an error, in the language of the page: what happened, what is safe and what
 * to do. Details that apply: `limit` and `length` in characters or items (`file_too_large`: bytes, or `pixels` a side),
 * `budget`, `cap` and `minimum`; `meant`, a number in full; `least` and `most` of a number.
 */
export function errorMessage(code: ErrorCode, details: ErrorDetails = {}): string {
	return MESSAGES[code](details);
}

/** An error with what the person is told of it. */
export function toldError({ code, details }: Pick<DomainError, 'code' | 'details'>): ToldError {
	return { code, details: { ...details }, message: errorMessage(code, details) };
}

function shown(value: string | number): string {
	return typeof value === 'number' ? formatNumber(value, getLocale()) : value;
}

function shownBytes(bytes: number): string {
	const kilobytes = bytes / 1024;
	return kilobytes < 1024
		? m.error_kilobytes({ value: shown(kilobytes) })
		: m.error_megabytes({ value: shown(kilobytes / 1024) });
}

import type { ErrorCode } from '#lib/domain/errors.ts';
import { m } from '#lib/paraglide/messages.js';

/** What an error page says, and which way on it offers first. */
export interface ErrorPage {
	readonly kind: keyof typeof WORDS | 'other';
	readonly title: string;
	readonly happened: string;
	readonly safe: string;
	readonly todo: string;
}

const WORDS = {
	link: () => ({
		title: m.error_page_link_title(),
		happened: m.error_page_link_happened(),
		safe: m.error_page_link_safe(),
		todo: m.error_page_link_do()
	}),
	personal_code: () => ({
		title: m.error_page_code_title(),
		happened: m.error_page_code_happened(),
		safe: m.error_page_code_safe(),
		todo: m.error_page_code_do()
	}),
	setup: () => ({
		title: m.error_page_setup_title(),
		happened: m.error_page_setup_happened(),
		safe: m.error_page_setup_safe(),
		todo: m.error_page_setup_do()
	}),
	forbidden: () => ({
		title: m.error_page_forbidden_title(),
		happened: m.error_page_forbidden_happened(),
		safe: m.error_page_forbidden_safe(),
		todo: m.error_page_forbidden_do()
	}),
	missing: () => ({
		title: m.error_page_missing_title(),
		happened: m.error_page_missing_happened(),
		safe: m.error_page_missing_safe(),
		todo: m.error_page_missing_do()
	}),
	fault: () => ({
		title: m.error_page_fault_title(),
		happened: m.error_page_fault_happened(),
		safe: m.error_page_fault_safe(),
		todo: m.error_page_fault_do()
	}),
	unreached: () => ({
		title: m.error_page_unreached_title(),
		happened: m.error_page_unreached_happened(),
		safe: m.error_page_unreached_safe(),
		todo: m.error_page_unreached_do()
	}),
	signed_out: () => ({
		title: m.common_signed_out_title(),
		happened: m.common_signed_out_happened(),
		safe: m.common_signed_out_safe(),
		todo: m.common_signed_out_do()
	})
} as const;

const KINDS: Partial<Record<ErrorCode, keyof typeof WORDS>> = {
	link_invalid: 'link',
	personal_code_invalid: 'personal_code',
	already_set_up: 'setup',
	forbidden: 'forbidden',
	not_found: 'missing',
	unexpected: 'fault',
	not_signed_in: 'signed_out',
	session_revoked: 'signed_out'
};

/**
 * The page for an error that a load ended in. Codes without a page of their own say their message; one without
 * a code was made in the browser, where the data of a page did not come.
 */
export function errorPage(error: { code?: ErrorCode; message: string } | null): ErrorPage {
	const kind = error?.code ? KINDS[error.code] : 'unreached';
	if (kind) return { kind, ...WORDS[kind]() };
	return {
		kind: 'other',
		title: m.error_page_other_title(),
		happened: error?.message ?? '',
		safe: m.error_page_other_safe(),
		todo: m.error_page_other_do()
	};
}

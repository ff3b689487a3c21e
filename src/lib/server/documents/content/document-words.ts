import type {
	ActionLevel,
	ActionPriority,
	ActionStatus,
	FinancingStatus
} from '#lib/domain/plan/action-plan.ts';
import { firstSound, formatDate, formatMonth, formatNumber } from '#lib/domain/text/format.ts';
import { directionOf, type Locale } from '#lib/domain/text/locale.ts';
import { dayOf } from '#lib/domain/text/workshop-clock.ts';
import type { FieldKey } from '#lib/domain/plan/action-fields.ts';
import type { OrganiserRole } from '#lib/domain/workshops/workshop.ts';
import { m } from '#lib/paraglide/messages.js';
import {
	FIELD_WORDS,
	FUND_WORDS,
	LEVEL_WORDS,
	PRIORITY_WORDS,
	RISK_WORDS,
	STATUS_WORDS,
	type Word
} from '#lib/words/plan-words.ts';
import { quoted } from '#lib/domain/text/direction/quoted.ts';

const PRIORITIES: Record<ActionPriority, Word> = {
	high: m.document_priority_high,
	medium: m.document_priority_medium,
	low: m.document_priority_low
};
const ROLES: Record<OrganiserRole, Word> = {
	organiser: m.document_role_organiser,
	partner: m.document_role_partner,
	funder: m.document_role_funder,
	supporter: m.document_role_supporter
};
/** The words of the plan's closed lists, its amounts and its dates, in one language. */
export function documentWords(locale: Locale) {
	const options = { locale };
	const say = (word: Word): string => word({}, options);
	const number = (value: number): string => formatNumber(value, locale);
	return {
		locale,
		say,
		number,
		level: (value: ActionLevel) => say(LEVEL_WORDS[value]),
		priority: (value: ActionPriority) => say(PRIORITIES[value]),
		priorityChip: (value: ActionPriority) => say(PRIORITY_WORDS[value]),
		riskLevel: (value: ActionPriority) => say(RISK_WORDS[value]),
		status: (value: ActionStatus) => say(STATUS_WORDS[value]),
		funds: (value: FinancingStatus) => say(FUND_WORDS[value]),
		role: (value: OrganiserRole) => say(ROLES[value]),
		field: (value: FieldKey) => say(FIELD_WORDS[value]),
		/** An amount with its unit, isolated so that no neighbour turns it round. */
		money: (amount: number) =>
			isolate(m.document_money({ amount: number(amount) }, options), locale),
		/** A part of a whole in percent: 47,6 %. */
		share(part: number, whole: number): string {
			const percent = whole === 0 ? 0 : Math.round((part / whole) * 1000) / 10;
			return locale === 'fr' ? `${number(percent)}\u00A0%` : `${number(percent)}%`;
		},
		/** From a month to a month, with the length where asked; null when both are missing. */
		span(start: string | null, end: string | null, long = false): string | null {
			const from = start && formatMonth(start, locale);
			const to = end && formatMonth(end, locale);
			if (from && to && start && end) {
				const ends = { start: from, end: to, sound: firstSound(from) };
				if (!long || start > end) return m.document_month_span(ends, options);
				const duration = m.document_months_count({ count: monthsBetween(start, end) }, options);
				return m.document_month_span_long({ ...ends, duration }, options);
			}
			if (from) return m.document_starts({ start: from }, options);
			if (to) return m.document_ends({ end: to }, options);
			return null;
		},
		/** The day of an instant, epoch milliseconds. */
		dateOf(at: number): string {
			return formatDate(dayOf(at), locale);
		},
		list: (items: readonly string[]) => items.join(say(m.document_list_separator)),
		/** People's own words inside a sentence of the document. */
		quoted: (text: string) => quoted(text, directionOf(locale))
	};
}

export type DocumentWords = ReturnType<typeof documentWords>;

/** Number of months from the first to the last, both counted: 2026-01 to 2027-06 are 18. */
export function monthsBetween(start: string, end: string): number {
	const index = (month: string): number =>
		Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
	return index(end) - index(start) + 1;
}

function isolate(text: string, locale: Locale): string {
	return `${locale === 'ar' ? '\u2067' : '\u2066'}${text}\u2069`;
}

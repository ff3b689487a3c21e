import type { Locale } from './locale.ts';
import { WORKSHOP_ZONE } from './workshop-clock.ts';

const THIN_SPACE = '\u202F';
const DIGITS = new Intl.NumberFormat('en', { maximumFractionDigits: 2 });

/** A whole number in Western digits, thousands held by U+202F in Arabic and French, by a comma in English. */
export function formatNumber(value: number, locale: Locale): string {
	const digits = DIGITS.format(value);
	if (locale === 'en') return digits;
	return digits.replace(/[.,]/g, (mark) => (mark === ',' ? THIN_SPACE : ','));
}

const CALENDAR: Record<Locale, string> = { ar: 'ar-MA-u-nu-latn', fr: 'fr-MA', en: 'en-GB' };

/** Making a formatter takes as long as a hundred uses of it, and a document tells hundreds of months. */
const months = (locale: Locale): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat(CALENDAR[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' });
const MONTHS: Record<Locale, Intl.DateTimeFormat> = {
	ar: months('ar'),
	fr: months('fr'),
	en: months('en')
};

/** '2025-04-15' as 15 أبريل 2025, 15 avril 2025 or 15 April 2025, in Moroccan month names. */
export function formatDate(isoDate: string, locale: Locale, weekday = false): string {
	const date = new Date(`${isoDate}T12:00:00Z`);
	const parts = new Intl.DateTimeFormat(CALENDAR[locale], {
		day: 'numeric',
		month: 'long',
		year: 'numeric',
		timeZone: 'UTC'
	}).format(date);
	const words = parts.replace(/\u200F|\u200E/g, '').replace('،', '');
	return weekday ? `${formatWeekday(isoDate, locale)} ${words}` : words;
}

/** The day of an instant (epoch milliseconds), without the year: 15 أبريل, 15 avril, 15 April. */
export function formatDayMonth(at: number, locale: Locale): string {
	return new Intl.DateTimeFormat(CALENDAR[locale], {
		day: 'numeric',
		month: 'long',
		timeZone: WORKSHOP_ZONE
	})
		.format(at)
		.replace(/\u200F|\u200E/g, '');
}

/** The day's name: الثلاثاء, mardi, Tuesday. */
export function formatWeekday(isoDate: string, locale: Locale): string {
	return new Intl.DateTimeFormat(CALENDAR[locale], { weekday: 'long', timeZone: 'UTC' }).format(
		new Date(`${isoDate}T12:00:00Z`)
	);
}

/** '2025-09' as شتنبر 2025, septembre 2025 or September 2025. */
export function formatMonth(isoMonth: string, locale: Locale): string {
	return MONTHS[locale].format(new Date(`${isoMonth}-15T12:00:00Z`)).replace(/\u200F|\u200E/g, '');
}

/** How a word in front of it ends: French says «de mai» and «d’avril». */
export function firstSound(word: string): 'vowel' | 'consonant' {
	return /^[aeiouy]/iu.test(word.normalize('NFD')) ? 'vowel' : 'consonant';
}

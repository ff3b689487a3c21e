import { isInkless } from './ink.ts';

/** The languages of the pages, Arabic first. */
export const LOCALES = ['ar', 'fr', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** Text that a facilitator gives in one or more languages; at least one is present once validated. */
export type LocalizedText = Partial<Record<Locale, string>>;

/** Writing direction of a page in this language. */
export function directionOf(locale: Locale): 'rtl' | 'ltr' {
	return locale === 'ar' ? 'rtl' : 'ltr';
}

/** True when `value` is one of {@link LOCALES}. */
export function isLocale(value: unknown): value is Locale {
	return (LOCALES as readonly unknown[]).includes(value);
}

/** The text in `locale`, else in the first language that has one (Arabic, French, English), else ''. */
export function textIn(text: LocalizedText, locale: Locale): string {
	return text[locale] || text.ar || text.fr || text.en || '';
}

/** True when no language holds a visible character. */
export function isBlank(text: LocalizedText): boolean {
	return LOCALES.every((locale) => isInkless(text[locale] ?? ''));
}

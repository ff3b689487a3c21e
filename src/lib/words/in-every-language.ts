import { LOCALES, type Locale, type LocalizedText } from '#lib/domain/text/locale.ts';

/** A message that names nothing. */
export type PlainMessage = (
	inputs: Record<string, never>,
	options: { readonly locale: Locale }
) => string;

/**
 * A message in one language, whichever the page has. Pages that use this module get their words in every language
 * (scripts/building/messages-by-page.ts); on any other a message of another language throws.
 */
export function inLanguage(say: PlainMessage, locale: Locale): string {
	return say({}, { locale });
}

/** A message in all languages, for a text that people then change: what it is called until somebody names it. */
export function inEveryLanguage(say: PlainMessage): LocalizedText {
	return Object.fromEntries(LOCALES.map((locale) => [locale, inLanguage(say, locale)]));
}

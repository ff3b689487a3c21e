import { directionOf, LOCALES, type Locale } from '#lib/domain/text/locale.ts';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';
import { m } from '#lib/paraglide/messages.js';

/** One of the three languages as the pages and the fields show it. */
export interface PageLanguage {
	readonly code: Locale;
	/** By its own name. */
	readonly name: string;
	/** Two or three letters for a small tab. */
	readonly short: string;
	/** How a text in it runs. */
	readonly directionOf: (text: string) => 'rtl' | 'ltr';
}

const NAMES: Readonly<Record<Locale, () => string>> = {
	ar: () => m.common_language_ar(),
	fr: () => m.common_language_fr(),
	en: () => m.common_language_en()
};
const SHORT: Readonly<Record<Locale, string>> = { ar: 'ع', fr: 'FR', en: 'EN' };

/** The languages in their order, Arabic first: for `LanguageMenu`, `LocalizedField` and menus. */
export function pageLanguages(): PageLanguage[] {
	return LOCALES.map((code) => ({
		code,
		name: NAMES[code](),
		short: SHORT[code],
		directionOf: (text: string) => writingDirection(text, directionOf(code))
	}));
}

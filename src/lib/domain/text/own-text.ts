import { LOCALES, type LocalizedText } from './locale.ts';

/**
 * A text that somebody changed from what was given to begin with: what stands unchanged in the other languages would go on
 * telling what was given, and goes. The text as it is while no language was changed.
 */
export function ownText(text: LocalizedText, given: LocalizedText): LocalizedText {
	const changed = LOCALES.filter((locale) => text[locale] && text[locale] !== given[locale]);
	if (changed.length === 0) return text;
	return Object.fromEntries(changed.map((locale) => [locale, text[locale]]));
}

import { textIn, type Locale, type LocalizedText } from './locale.ts';

/** How a workshop or an activity is called where room is short: its short title, or where it has none its title. */
export function shortTitleIn(
	named: { readonly shortTitle: LocalizedText; readonly title: LocalizedText },
	locale: Locale
): string {
	return textIn(named.shortTitle, locale) || textIn(named.title, locale);
}

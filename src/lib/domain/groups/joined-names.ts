import { LOCALES, type LocalizedText } from '../text/locale.ts';

/**
 * The names of categories that are told together, `a + b`, in each language that all of them have; where there
 * is none, in the language that each has first.
 */
export function joinedNames(names: readonly LocalizedText[]): LocalizedText {
	const joined = LOCALES.flatMap((locale) => {
		const own = names.flatMap((name) => name[locale] ?? []);
		return own.length === names.length ? [[locale, own.join(' + ')] as const] : [];
	});
	if (joined.length > 0) return Object.fromEntries(joined);
	const first = names.map((name) => Object.values(name)[0] ?? '');
	return { [LOCALES[0]]: first.join(' + ') };
}

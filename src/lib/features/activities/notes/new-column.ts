import type { Column } from '#lib/domain/boards/column.ts';
import { LOCALES, type LocalizedText } from '#lib/domain/text/locale.ts';
import { ownText } from '#lib/domain/text/own-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { inEveryLanguage } from '#lib/words/in-every-language.ts';

/** What a column is called until somebody names it. */
const givenName = (): LocalizedText => inEveryLanguage(m.prepare_new_column);

/**
 * A column under another name. The name that it was given stays only as long as it was changed in no language: two
 * columns that were named in one language would be called alike in the others. What is typed afterwards stays as it is.
 */
export function renamed(column: Column, name: LocalizedText): Column {
	const given = givenName();
	const untouched = LOCALES.every(
		(locale) => !column.name[locale] || column.name[locale] === given[locale]
	);
	return { ...column, name: untouched ? ownText(name, given) : name };
}

/** A column for any idea, in the colour that stands for nothing in particular. */
export function newColumn(id: string): Column {
	return {
		id,
		name: givenName(),
		color: 'lemon',
		icon: 'lightbulb'
	};
}

import type { Column } from '#lib/domain/boards/column.ts';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** A column for any idea, in the colour that stands for nothing in particular. */
export function newColumn(id: string): Column {
	return {
		id,
		name: Object.fromEntries(
			LOCALES.map((locale) => [locale, m.prepare_new_column({}, { locale })])
		),
		color: 'lemon',
		icon: 'lightbulb'
	};
}

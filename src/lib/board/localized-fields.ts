import type * as Y from 'yjs';
import { LOCALES, type LocalizedText } from '../domain/text/locale.ts';

/** A text in several languages as the fields `title.ar`, `title.fr`, `title.en` of a map. */
export function readLocalized(map: Y.Map<unknown>, field: string): LocalizedText {
	const text: LocalizedText = {};
	for (const locale of LOCALES) {
		const value = map.get(`${field}.${locale}`);
		if (typeof value === 'string' && value !== '') text[locale] = value;
	}
	return text;
}

/** Sets the languages that `text` names and leaves the others. */
export function writeLocalized(map: Y.Map<unknown>, field: string, text: LocalizedText): void {
	for (const locale of LOCALES) {
		const value = text[locale];
		if (value !== undefined && map.get(`${field}.${locale}`) !== value)
			map.set(`${field}.${locale}`, value);
	}
}

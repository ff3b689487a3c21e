import * as v from 'valibot';
import { DomainError } from '../errors.ts';
import { LOCALES, isBlank, type Locale, type LocalizedText } from './locale.ts';
import { optionalText } from './text.ts';

/**
 * Trims each language and leaves out the empty ones. Throws `text_too_long` (details: limit, length)
 * when one has more than `limit` characters. All may be empty.
 */
export function optionalLocalizedText(text: LocalizedText, limit: number): LocalizedText {
	const kept: Partial<Record<Locale, string>> = {};
	for (const locale of LOCALES) {
		const clean = optionalText(text[locale] ?? '', limit);
		if (clean !== '') kept[locale] = clean;
	}
	return kept;
}

/** As {@link optionalLocalizedText}, but one language at least is given: else `text_empty`. */
export function requireLocalizedText(
	text: LocalizedText,
	limit: number,
	field: string
): LocalizedText {
	const kept = optionalLocalizedText(text, limit);
	if (isBlank(kept)) throw new DomainError('text_empty', { field });
	return kept;
}

/**
 * Reads a text in one language at least, trimmed, as {@link requireLocalizedText} does. What is no text
 * at all is an issue; one that is empty or too long throws its own error.
 */
export function localizedTextSchema(limit: number, field: string) {
	const given = v.optional(v.string());
	return v.pipe(
		v.object({ ar: given, fr: given, en: given }),
		v.transform((text): LocalizedText => requireLocalizedText(text, limit, field))
	);
}

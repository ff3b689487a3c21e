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

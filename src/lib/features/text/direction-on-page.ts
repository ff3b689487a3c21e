import { directionOf } from '#lib/domain/text/locale.ts';
import { writingDirection } from '#lib/domain/text/direction/writing-direction.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

/** The direction of a text that people wrote or are writing, on a page in the reader's language. */
export function directionOnPage(text: string): 'rtl' | 'ltr' {
	return writingDirection(text, directionOf(getLocale()));
}

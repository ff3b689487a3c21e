import type { Direction } from './direction-cuts.ts';
import { writingDirection } from './writing-direction.ts';

/**
 * Holds a text that people wrote inside a sentence of a page or document of direction `around`, by isolates, so
 * that neither turns the other; '' stays ''.
 */
export function quoted(text: string, around: Direction): string {
	if (text === '') return '';
	return `${writingDirection(text, around) === 'rtl' ? '\u2067' : '\u2066'}${text}\u2069`;
}

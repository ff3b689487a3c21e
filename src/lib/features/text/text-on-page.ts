import { steadyText } from '#lib/domain/text/direction/steady-text.ts';
import { directionOnPage } from './direction-on-page.ts';

const DIGIT = /[0-9]/;

/**
 * A text that people wrote as pages show it: the same words, with marks that nobody sees around numbers that
 * would turn round. For showing only; what goes into a field, an address or a search is the text itself. Stands
 * in an element whose `dir` is `directionOnPage` of that text. Rule [TX18].
 */
export function textOnPage(text: string): string {
	return DIGIT.test(text) ? steadyText(text, directionOnPage(text)) : text;
}

import { plainLineBreaks } from '#lib/domain/text/line-breaks.ts';

/** Fields of one line whose text people read. */
const LINES: ReadonlySet<string> = new Set(['text', 'search']);

/**
 * Makes the breaks of lines plain that a text brought into a field, whether it was pasted, dropped or filled in: a
 * browser draws Word's soft break and the like as nothing, which glues the words on both sides. In a field of one
 * line they are spaces. For the whole page, before the field's own handlers read it. A field with `data-as-pasted`
 * is left: whoever reads a list of it sees by its breaks what is a cell.
 */
export function takePlainBreaks(event: Event): void {
	const field = event.target;
	if (field instanceof HTMLTextAreaElement && field.dataset.asPasted === undefined)
		put(field, plainLineBreaks(field.value));
	else if (field instanceof HTMLInputElement && isLine(field))
		put(field, plainLineBreaks(field.value).replaceAll('\n', ' '));
}

/** A password is left as it was typed, also while it is shown. */
function isLine({ type, autocomplete }: HTMLInputElement): boolean {
	return LINES.has(type) && !autocomplete.endsWith('password');
}

/** The caret stays where it was: a break is one character before and after, since browsers join CR LF themselves. */
function put(field: HTMLTextAreaElement | HTMLInputElement, plain: string): void {
	if (plain === field.value) return;
	const { selectionStart, selectionEnd } = field;
	field.value = plain;
	field.setSelectionRange(selectionStart, selectionEnd);
}

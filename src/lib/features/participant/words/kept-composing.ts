import { KeptValue } from '#lib/client/kept/kept-value.ts';

/** What somebody was writing and has not added yet. */
interface Composing {
	readonly columnId: string;
	readonly text: string;
}

/** What somebody was changing in a note of their own and has not saved yet. */
export interface Editing extends Composing {
	readonly key: string;
	/** The wording as it was when they began. */
	readonly from: string;
}

/** Where a device keeps it, for each board and person. */
export function keptComposing(boardId: string, owner: string): KeptValue<Composing> {
	return new KeptValue(`tachawor.composing.${boardId}.${owner}`);
}

/** As {@link keptComposing}, for a note that is being changed. */
export function keptEditing(boardId: string, owner: string): KeptValue<Editing> {
	return new KeptValue(`tachawor.editing.${boardId}.${owner}`);
}

/** The words of both: what would be lost with the page. */
export function unaddedWords(boardId: string, owner: string): string[] {
	const composing = keptComposing(boardId, owner).current?.text ?? '';
	const editing = keptEditing(boardId, owner).current;
	const changed = editing && editing.text !== editing.from ? editing.text : '';
	return [composing, changed].filter((text) => text.trim() !== '');
}

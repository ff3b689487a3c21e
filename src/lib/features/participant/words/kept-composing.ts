import { KeptByTab } from '#lib/client/kept/kept-by-tab.ts';

/** What somebody was writing and has not added yet. */
export interface Composing {
	readonly columnId: string;
	readonly text: string;
}

/** What somebody was changing in a note of their own and has not saved yet. */
export interface Editing extends Composing {
	readonly key: string;
	/** The wording as it was when they began. */
	readonly from: string;
}

const composingName = (boardId: string, owner: string): string =>
	`tachawor.composing.${boardId}.${owner}`;
const editingName = (boardId: string, owner: string): string =>
	`tachawor.editing.${boardId}.${owner}`;

/** Where each tab keeps it, for each board and person. */
export function keptComposing(boardId: string, owner: string): KeptByTab<Composing> {
	return new KeptByTab(composingName(boardId, owner));
}

/** As {@link keptComposing}, for a note that is being changed. */
export function keptEditing(boardId: string, owner: string): KeptByTab<Editing> {
	return new KeptByTab(editingName(boardId, owner));
}

/** The words of both, of all tabs: what would be lost with the page. */
export function unaddedWords(boardId: string, owner: string): string[] {
	const composing = KeptByTab.all<Composing>(composingName(boardId, owner));
	const changed = KeptByTab.all<Editing>(editingName(boardId, owner)).filter(isChanged);
	return [...composing, ...changed].map(({ text }) => text).filter((text) => text.trim() !== '');
}

/** A change that changes something. */
export function isChanged({ from, text }: Editing): boolean {
	return text !== from;
}

import { KeptList } from '#lib/client/kept/kept-list.ts';

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

/** Where a device keeps it, for each activity and person. */
export function keptComposing(boardId: string, owner: string): KeptList<Composing> {
	return new KeptList(`tachawor.composing.${boardId}.${owner}`);
}

/** As {@link keptComposing}, for a note that is being changed. */
export function keptEditing(boardId: string, owner: string): KeptList<Editing> {
	return new KeptList(`tachawor.editing.${boardId}.${owner}`);
}

/** The words of both: what would be lost with the page. */
export function unaddedWords(boardId: string, owner: string): string[] {
	return [
		...keptComposing(boardId, owner).all.map(({ text }) => text),
		...keptEditing(boardId, owner)
			.all.filter(({ text, from }) => text !== from)
			.map(({ text }) => text)
	].filter((text) => text.trim() !== '');
}

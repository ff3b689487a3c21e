import type { Note } from '#lib/domain/boards/note.ts';
import type { KeptElsewhere } from '#lib/client/kept/kept-by-tab.ts';
import {
	isChanged,
	keptComposing,
	keptEditing,
	type Composing,
	type Editing
} from '../words/kept-composing.ts';

/**
 * What one person is writing on one board: a new note, and a change of one that stands. Both stay on the
 * device until they are added, saved or put away. Rule [OF13].
 */
export class NoteWriting {
	/** The words of the new note; empty while there is none. */
	text = $state('');
	/** The column that was chosen, or where the kept words belong; empty for the first one. */
	columnId = $state('');
	editing = $state.raw<Editing>();
	/** New notes that other tabs of the device hold, or left. */
	elsewhere = $state.raw<readonly KeptElsewhere<Composing>[]>([]);
	/** The same of changes. */
	changedElsewhere = $state.raw<readonly KeptElsewhere<Editing>[]>([]);
	private readonly composing: ReturnType<typeof keptComposing>;
	private readonly change: ReturnType<typeof keptEditing>;

	/** Goes on with what the device kept for `owner`; where both were kept, in the column of the change. */
	constructor(boardId: string, owner: string) {
		this.composing = keptComposing(boardId, owner);
		this.change = keptEditing(boardId, owner);
		const { composing, change } = this;
		this.text = composing.current?.text ?? '';
		this.editing = change.current;
		this.columnId = change.current?.columnId ?? composing.current?.columnId ?? '';
		this.readOthers();
	}

	/**
	 * Another tab kept or forgot something; `key` is where. What this tab holds goes once it was dealt with there:
	 * it is told only of words as they stand here.
	 */
	follow(key: string | null, newValue: string | null): void {
		if (newValue === null && this.composing.isOwnKey(key)) this.text = '';
		if (newValue === null && this.change.isOwnKey(key)) this.stopEditing();
		this.readOthers();
	}

	/** Words of another tab were added, saved or put away here. */
	settle(tab: string, kind: 'composing' | 'change'): void {
		(kind === 'composing' ? this.composing : this.change).forgetOf(tab);
		this.readOthers();
	}

	/** Keeps the new note on the device as it is now; `columnId` is the column that is open. */
	keepText(columnId: string): void {
		if (this.text === '') this.composing.forget();
		else this.composing.keep({ columnId, text: this.text });
	}

	/** Keeps the change as it is now. Apart from the new note, since another tab may be at the other one. */
	keepChange(): void {
		if (this.editing) this.change.keep(this.editing);
		else this.change.forget();
	}

	/** Begins to change the words of a note. */
	edit({ key, columnId, text }: Note): void {
		this.editing = { key, columnId, from: text, text };
	}

	/** Other words for the note that is being changed; nothing without one. */
	reword(text: string): void {
		if (this.editing) this.editing = { ...this.editing, text };
	}

	stopEditing(): void {
		this.editing = undefined;
	}

	private readOthers(): void {
		this.elsewhere = this.composing.others.filter(({ value }) => value.text.trim() !== '');
		this.changedElsewhere = this.change.others.filter(({ value }) => isChanged(value));
	}
}

import {
	addRow,
	removeRow,
	setFields,
	setRow,
	type EntryChange,
	type NewRow
} from '#lib/board/plan-doc.ts';
import type { ListName } from '#lib/domain/plan/action-fields.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type * as Y from 'yjs';

/**
 * Writes the fields of one action, whichever action the page shows by then: a text that is committed
 * late still lands where it was typed.
 */
export class ActionEditor {
	private readonly doc: Y.Doc;
	readonly id: string;

	constructor(doc: Y.Doc, id: string) {
		this.doc = doc;
		this.id = id;
	}

	set(fields: EntryChange): void {
		setFields(this.doc, 'actions', this.id, fields);
	}

	setTitle(locale: Locale, text: string): void {
		this.set({ title: { [locale]: text } });
	}

	addRow<List extends ListName>(list: List, row: NewRow<List>): void {
		addRow(this.doc, this.id, list, row);
	}

	/** Does nothing when the row is gone meanwhile. */
	setRow<List extends ListName>(list: List, rowId: string, row: NewRow<List>): void {
		setRow(this.doc, list, rowId, row);
	}

	removeRow(list: ListName, rowId: string): void {
		removeRow(this.doc, list, rowId);
	}
}

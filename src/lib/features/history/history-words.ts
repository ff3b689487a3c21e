import type { Column } from '#lib/domain/boards/column.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import {
	noteEventKind,
	type NoteChanger,
	type NoteEvent,
	type NoteStanding
} from '#lib/domain/boards/note-history.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a change did, as in "moved to “Needs”". */
export function changeWords(
	before: NoteStanding | undefined,
	event: NoteEvent,
	columns: readonly Column[]
): string {
	switch (noteEventKind(before, event)) {
		case 'written':
			return m.history_written();
		case 'worded':
			return m.history_worded();
		case 'removed':
			return m.history_removed();
		case 'restored':
			return m.history_restored();
		case 'moved': {
			const column = columns.find(({ id }) => id === event.columnId);
			return m.history_moved({ column: column ? textIn(column.name, getLocale()) : '' });
		}
	}
}

/** Who made a change; only facilitators have a name here. */
export function changerWords(by: NoteChanger): string {
	switch (by.kind) {
		case 'author':
			return m.history_by_author();
		case 'facilitator':
			return by.name;
		case 'table_facilitator':
			return m.history_by_table_facilitator();
		case 'server':
			return m.history_by_server();
	}
}

import type { Editor } from '#lib/domain/boards/note-mark.ts';
import { m } from '#lib/paraglide/messages.js';

/** Who changed the wording of a note last, for pages and documents alike. */
export const EDITOR_WORDS: Readonly<Record<Editor, typeof m.note_edited>> = {
	facilitator: m.note_edited_by_facilitator,
	table_facilitator: m.note_edited_by_table_facilitator,
	somebody: m.note_edited
};

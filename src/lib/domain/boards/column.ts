import * as v from 'valibot';
import type { LocalizedText } from '../text/locale.ts';
import { localizedTextSchema } from '../text/localized-text.ts';
import { WORKSHOP_LIMITS } from '../workshops/workshop.ts';

export const NOTE_COLORS = ['mint', 'rose', 'sky', 'peach', 'lilac', 'lemon', 'sand'] as const;
export type NoteColor = (typeof NOTE_COLORS)[number];

/** Names of the icons a column can carry, so that its colour never stands alone. */
export const COLUMN_ICONS = [
	'plus',
	'minus',
	'sunrise',
	'storm',
	'mountain',
	'puzzle',
	'columns',
	'links',
	'sprout',
	'lightbulb'
] as const;
export type ColumnIcon = (typeof COLUMN_ICONS)[number];

/** A column of a board. `id` is unique in its activity: letters, digits and `_`, at most 16. */
export interface Column {
	readonly id: string;
	readonly name: LocalizedText;
	readonly color: NoteColor;
	readonly icon: ColumnIcon;
}

const column = v.object({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9_]{1,16}$/)),
	name: localizedTextSchema(WORKSHOP_LIMITS.columnName, 'columns'),
	color: v.picklist(NOTE_COLORS),
	icon: v.picklist(COLUMN_ICONS)
});

/** The columns of a board: one at least, `WORKSHOP_LIMITS.columns` at most, each with an id of its own. */
export const columnsSchema = v.pipe(
	v.array(column),
	v.minLength(1),
	v.maxLength(WORKSHOP_LIMITS.columns),
	v.check((columns) => new Set(columns.map(({ id }) => id)).size === columns.length)
);

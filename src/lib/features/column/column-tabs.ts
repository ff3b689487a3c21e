import type { Column } from '#lib/domain/boards/column.ts';
import { textIn, type Locale } from '#lib/domain/text/locale.ts';
import type { Tab } from '#lib/ui/Tabs.svelte';
import { COLUMN_DRAWINGS } from './column-drawings.ts';

/** The index tabs of a board's columns; `counts` is by column id, 0 where it has none. */
export function columnTabs(
	columns: readonly Column[],
	locale: Locale,
	counts: ReadonlyMap<string, number>
): Tab[] {
	return columns.map((column) => ({
		id: column.id,
		label: textIn(column.name, locale),
		count: counts.get(column.id) ?? 0,
		icon: COLUMN_DRAWINGS[column.icon],
		colour: column.color
	}));
}

import type { Block, CellContent } from './document-content.ts';

/** Rows and lines up to which a table stays on one page with its heading: a part of any page. */
const MOST = { rows: 6, lines: 20 };
/** The letters that surely stand beside each other in a hundredth of a page's width. */
const LETTERS = 0.7;
/** The parts of the width for a label and its value. */
const FIELD = { label: 24, value: 76 };

/**
 * Whether the block at a place is a short table or a few fields under a heading inside a page: those stand on
 * one page with their heading.
 */
export function keptWhole(blocks: readonly Block[], at: number): boolean {
	const heading = blocks[at - 1];
	if (heading?.kind !== 'heading' || heading.level === 1) return false;
	const rows = rowsOf(blocks[at]);
	if (!rows || rows.length > MOST.rows) return false;
	const lines = rows.map((cells) => Math.max(...cells.map(([cell, share]) => height(cell, share))));
	return lines.reduce((sum, count) => sum + count, 0) <= MOST.lines;
}

type Sized = readonly [cell: CellContent, share: number];

/** The cells of a table or of labels and values, each with its part of the width in hundredths. */
function rowsOf(block: Block | undefined): Sized[][] | null {
	if (block?.kind === 'fields')
		return block.fields.map(({ label, value }) => [
			[{ lines: [label] }, FIELD.label],
			[value, FIELD.value]
		]);
	if (block?.kind !== 'table') return null;
	const { columns, rows } = block.table;
	return rows.map(({ kind, cells }) =>
		cells.map((cell, at) => [cell, kind === 'group' ? 100 : (columns[at]?.share ?? 1)])
	);
}

function height({ lines }: CellContent, share: number): number {
	return lines.reduce(
		(sum, { length }) => sum + Math.max(1, Math.ceil(length / (share * LETTERS))),
		0
	);
}

/** Tickets on one sheet of A4, two beside each other. */
export const PER_SHEET = 8;

/** `items` cut into sheets, each full but the last. */
export function sheetsOf<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
	return Array.from({ length: Math.ceil(items.length / PER_SHEET) }, (_, sheet) =>
		items.slice(sheet * PER_SHEET, (sheet + 1) * PER_SHEET)
	);
}

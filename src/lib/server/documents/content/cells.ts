import { m } from '#lib/paraglide/messages.js';
import type { CellContent } from './document-content.ts';
import type { DocumentWords } from './document-words.ts';

/** A cell of the lines that say something, or one that says that the value is missing. */
export function cellOf(lines: readonly string[], words: DocumentWords): CellContent {
	const said = lines.map((line) => line.trim()).filter((line) => line !== '');
	if (said.length > 0) return { lines: said };
	return { lines: [words.say(m.document_missing)], missing: true };
}

import type * as Y from 'yjs';
import { addRow, setFields } from '#lib/board/plan-doc.ts';
import { ACTION_PARTS, PART_NAMES, type ListName } from '#lib/domain/plan/action-fields.ts';
import type { Part } from '#lib/domain/plan/field-parts.ts';

/**
 * Writes into every text of an action that people write, and into a row of each of its lists, words that
 * stand nowhere else. Gives them in the order of the form. What the action bears already stays: its code,
 * its title and its description.
 */
export function fillTexts(doc: Y.Doc, actionId: string): string[] {
	const written: string[] = [];
	const words = (name: string): string => {
		const text = `ما كُتب في ${name}`;
		written.push(text);
		return text;
	};
	for (const name of PART_NAMES) {
		const part: Part = ACTION_PARTS[name];
		if (name === 'code' || name === 'description') continue;
		if (isText(part)) setFields(doc, 'actions', actionId, { [name]: words(name) });
		if (part.kind !== 'rows') continue;
		const row = Object.entries(part.columns)
			.filter(([, column]) => isText(column))
			.map(([column]): [string, string] => [column, words(`${name}.${column}`)]);
		addRow(doc, actionId, name as ListName, Object.fromEntries<string>(row));
	}
	return written;
}

function isText({ kind }: Part): boolean {
	return kind === 'line' || kind === 'text';
}

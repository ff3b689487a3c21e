import { ACTION_FIELDS, ACTION_PARTS, PART_NAMES, type FieldKey } from './action-fields.ts';
import type { Action } from './action-plan.ts';
import type { Part, RowColumns } from './field-parts.ts';
import { isMissing, readPart } from './part-value.ts';

/**
 * An action from what a shared document or a row holds, lists with the ids of their rows. Never throws:
 * a value that is missing, too long or not well formed reads as missing, so that one bad write cannot
 * hide a whole sheet.
 */
export function parseAction(
	found: Readonly<Record<string, unknown>> & { readonly id: string; readonly position: number }
): Action {
	const values = PART_NAMES.map((name) => [name, readPart(ACTION_PARTS[name], found[name])]);
	return {
		id: found.id,
		...(Object.fromEntries(values) as Omit<Action, 'id' | 'position'>),
		position: found.position
	};
}

/**
 * What was filled of an action, as {@link parseAction} reads it again: its names, and those of its rows, in the
 * order of the alphabet, so that what is stored is the same whatever joins the table later, and wherever.
 */
export function filledParts(action: Action): Readonly<Record<string, unknown>> {
	const { id, position } = action;
	return sorted({ ...filledOf(ACTION_PARTS, action), id, position });
}

function filledOf(parts: Readonly<Record<string, Part>>, from: object): Record<string, unknown> {
	const filled = Object.entries(parts).flatMap(([name, part]) => {
		const value: unknown = Reflect.get(from, name);
		if (isMissing(part, value)) return [];
		return [[name, part.kind === 'rows' ? filledRows(part.columns, value as Row[]) : value]];
	});
	return Object.fromEntries(filled) as Record<string, unknown>;
}

function filledRows(columns: RowColumns, rows: readonly Row[]): object[] {
	return rows.map((row) => sorted({ ...filledOf(columns, row), id: row.id }));
}

interface Row {
	readonly id: string;
}

function sorted(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
	const names = Object.keys(values).sort();
	return Object.fromEntries(names.map((name) => [name, values[name]]));
}

/** True when any part of the field was filled; a field without parts says nothing of its own. */
export function isFilled(action: Action, key: FieldKey): boolean {
	return Object.entries<Part>(ACTION_FIELDS[key].parts).some(
		([name, part]) => !isMissing(part, Reflect.get(action, name))
	);
}

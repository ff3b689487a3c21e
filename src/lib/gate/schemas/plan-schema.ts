import { ENTRY_PARTS } from '../../board/plan-doc.ts';
import { isReference } from '../../domain/id.ts';
import { columnsOf, LIST_NAMES } from '../../domain/plan/action-fields.ts';
import type { Part } from '../../domain/plan/field-parts.ts';
import { accepts, unitsOf } from '../../domain/plan/part-value.ts';
import { LOCALES } from '../../domain/text/locale.ts';
import type { FieldShape, RootShape } from '../document-shape.ts';
import { SharedRules } from '../rules/shared-rules.ts';
import type { DocumentSchema } from './document-schema.ts';
import {
	entryFields,
	isEntryId,
	isFlag,
	isPosition,
	isTextOf,
	titleFields
} from './entry-fields.ts';

const ROW_OF: FieldShape = { kind: 'value', once: true, accepts: isReference };

const TITLE = entryFields(titleFields());
const PLAN: RootShape = { kind: 'values', field: (key) => TITLE.get(key) };

/** The plan, as `board/plan-doc.ts` writes it, every field of a sheet by its part in the table of the form. */
export function planSchema(): DocumentSchema {
	return { roots: ROOTS, follow: (_doc, limits) => new SharedRules(limits) };
}

const ROOTS: ReadonlyMap<string, RootShape> = new Map([
	['plan', PLAN],
	...Object.entries(ENTRY_PARTS).map(([root, parts]) => [root, entries(parts)] as const),
	...LIST_NAMES.map((list) => [list, rowsOf(columnsOf(list))] as const)
]);

function entries(parts: Readonly<Record<string, Part>>): RootShape & { kind: 'entries' } {
	const fields = new Map<string, FieldShape>([
		...Object.entries(parts).flatMap(([name, part]) => shapesOf(name, part)),
		...entryFields({ position: isPosition, deleted: isFlag })
	]);
	const texts = Object.entries(parts).filter(([, { kind }]) => kind === 'text');
	return {
		kind: 'entries',
		isKey: isEntryId,
		field: (field) => fields.get(field),
		whole: texts.map(([name]) => name)
	};
}

/** Rows of a list, each of which names its action from the beginning. */
function rowsOf(columns: Readonly<Record<string, Part>>): RootShape {
	const { field, whole, ...shape } = entries(columns);
	return {
		...shape,
		rows: true,
		field: (name) => (name === 'action' ? ROW_OF : field(name)),
		whole: ['action', ...(whole ?? [])]
	};
}

/** The fields of the document that hold a part, as `board/plan-entry.ts` writes them. What is not known yet is null. */
function shapesOf(name: string, part: Part): [string, FieldShape][] {
	if (part.kind === 'text') return [[name, { kind: 'text', units: unitsOf(part) }]];
	if (part.kind === 'localized')
		return LOCALES.map((locale) => [
			`${name}.${locale}`,
			{ kind: 'value', accepts: isTextOf(part.limit) }
		]);
	if (part.kind === 'tags')
		return part.values.map((tag) => [`${name}.${tag}`, { kind: 'value', accepts: isFlag }]);
	return [[name, { kind: 'value', accepts: (value) => value === null || accepts(part, value) }]];
}

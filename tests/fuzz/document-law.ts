import { isClusterId, parseNoteRefId } from '#lib/board/clusters-doc.ts';
import { authorOfNoteKey } from '#lib/domain/boards/note.ts';
import { LIST_NAMES } from '#lib/domain/plan/action-fields.ts';
import type { GateLimits } from '#lib/gate/gate-limits.ts';
import { cellPath, cellValue, type Cells } from './document-cells.ts';
import type { Person } from './people.ts';
import type { DocumentKind } from './terrain.ts';
import { holdsRows, partsOf, textsOf } from './plan-shape.ts';
import { must } from './violation.ts';

type Check = (value: unknown) => boolean;
const isString =
	(most: number): Check =>
	(value) =>
		typeof value === 'string' && value.length <= most;
const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);
const isBoolean: Check = (value) => typeof value === 'boolean';
const orNull =
	(check: Check): Check =>
	(value) =>
		value === null || check(value);
/** A plain value of a plan: what JSON can hold. */
const isPlain: Check = (value) =>
	value === null || !['undefined', 'function'].includes(typeof value);

/** What the parts of an entry of a plan may hold, as the form has them; what is not known yet is null. */
function lawOf(root: string): Record<string, Check> {
	return Object.fromEntries(
		Object.entries(partsOf(root)).flatMap(([name, part]): [string, Check][] => {
			if (part.kind === 'localized') return Object.entries(titles());
			if (part.kind === 'tags') return part.values.map((tag) => [`${name}.${tag}`, isBoolean]);
			if (part.kind === 'text') return [[name, isString(2000 * 8)]];
			if (part.kind === 'line') return [[name, orNull(isString(part.limit * 8))]];
			return [[name, orNull(CHECKS[part.kind] ?? isPlain)]];
		})
	);
}

const CHECKS: Readonly<Partial<Record<string, Check>>> = {
	choice: isString(20),
	flag: isBoolean,
	number: (value) => isNumber(value) && Number.isInteger(value) && Number(value) >= 0,
	month: isString(7),
	reference: isString(40)
};

/** What each field may hold, by the root that the entry stands under. Anything else may not be there. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
	notes: {
		column: isString(40),
		text: isString(600 * 8),
		at: isNumber,
		deleted: isBoolean,
		edited: (value) => value === true || isString(80)(value)
	},
	clusters: { ...titles(), position: isNumber, deleted: isBoolean },
	axes: { ...titles(), position: isNumber, deleted: isBoolean },
	objectives: { ...titles(), axisId: orNull(isString(40)), position: isNumber, deleted: isBoolean },
	actions: { ...lawOf('actions'), position: isNumber, deleted: isBoolean },
	...Object.fromEntries(
		LIST_NAMES.map((list) => [
			list,
			{ ...lawOf(list), action: isString(40), position: isNumber, deleted: isBoolean }
		])
	)
};

function titles(): Record<string, Check> {
	const title = isString(300 * 8);
	return { 'title.ar': title, 'title.fr': title, 'title.en': title };
}

/**
 * Throws a Violation unless every difference between the two states of a document was in the
 * writer's right. Says nothing about the bytes; it knows the rules of the product and not the gate's code.
 */
export function assertLawful(
	kind: DocumentKind,
	before: Cells,
	after: Cells,
	writer: Person,
	limits: GateLimits
): void {
	const touched = new Set<string>();
	for (const [cell, value] of after)
		if (before.get(cell) !== value) {
			assertCell(kind, cell, before.get(cell), value, writer, limits);
			touched.add(cell.split('\0\0').slice(0, 2).join('\0\0'));
		}
	for (const [cell, value] of before)
		if (!after.has(cell)) {
			assertCell(kind, cell, value, undefined, writer, limits);
			touched.add(cell.split('\0\0').slice(0, 2).join('\0\0'));
		}
	if (touched.size === 0) return;
	assertCount(kind, after, limits);
	for (const cell of touched) {
		const { root } = cellPath(cell);
		for (const field of [...textsOf(root), ...(holdsRows(root) ? ['action'] : [])])
			must(after.has(`${cell}\0\0${field}`), `an entry without ${field} at ${cell}`);
		if (kind !== 'board') continue;
		for (const field of ['column', 'at'])
			must(after.has(`${cell}\0\0${field}`), `a note without ${field} at ${cell}`);
	}
}

function assertCell(
	kind: DocumentKind,
	cell: string,
	was: string | undefined,
	is: string | undefined,
	writer: Person,
	limits: GateLimits
): void {
	const { root, key, field } = cellPath(cell);
	const where = JSON.stringify(cell);
	must(writer.own || writer.all, `${writer.role} changed ${where}`);
	must(kind !== 'stage', `somebody wrote the stage at ${where}`);
	if (root === 'members') {
		must(writer.all, `${writer.role} clustered ${where}`);
		must(parseNoteRefId(key) !== undefined, `no reference to a note: ${where}`);
		must(is === undefined || isClusterId(cellValue(is)), `no cluster’s id at ${where}`);
		return;
	}
	if (root === 'plan') {
		must(writer.all, `${writer.role} wrote the plan at ${where}`);
		const check = titles()[key];
		must(check !== undefined, `an unknown field ${where}`);
		must(is === undefined || check(cellValue(is)), `a wrong value at ${where}`);
		return;
	}
	if (kind === 'board') assertOwner(key, field, was, writer, where);
	else must(writer.all && isClusterId(key), `${writer.role} wrote ${where}`);
	if (field === undefined) {
		must(is !== undefined, `an entry was taken out: ${where}`);
		must(was === undefined, `an entry was put in the place of another: ${where}`);
		return;
	}
	const fields = FIELDS[root] ?? {};
	const check = Object.hasOwn(fields, field) ? fields[field] : undefined;
	must(check !== undefined, `an unknown field ${where}`);
	if (is === undefined) return;
	const value = cellValue(is);
	must(check(value), `a wrong value at ${where}: ${is.slice(0, 80)}`);
	assertText(
		textsOf(root).includes(field),
		was,
		is,
		root === 'notes' ? limits.textUnits : 8000,
		where
	);
	must(field !== 'action' || was === undefined, `whose a row is was changed at ${where}`);
	if (kind !== 'board') return;
	if (field === 'column')
		must(
			(writer.columns as readonly unknown[]).includes(value),
			`a column that is not there at ${where}`
		);
}

/** A text stays the one that it was, and no longer than its bound; nothing else is one. */
function assertText(
	isText: boolean,
	was: string | undefined,
	is: string,
	units: number,
	where: string
): void {
	must(isText === is.startsWith('text '), `a text in the place of a value, or none, at ${where}`);
	if (!isText) return;
	const typeOf = (text: string) => text.split(' ', 2).join(' ');
	must(was === undefined || typeOf(was) === typeOf(is), `a text replaced at ${where}`);
	// Two who write at once may come over the bound together; from there a text only gets shorter.
	const most = Math.max(units, lengthOf(cellValue(was)));
	must(lengthOf(cellValue(is)) <= most, `a text too long at ${where}`);
}

function lengthOf(text: unknown): number {
	return typeof text === 'string' ? text.length : 0;
}

function assertOwner(
	key: string,
	field: string | undefined,
	was: string | undefined,
	writer: Person,
	where: string
): void {
	const author = authorOfNoteKey(key);
	must(author !== undefined, `no key of a note: ${where}`);
	if (author === writer.pseudonym) return;
	must(writer.all, `${writer.role} changed another’s note at ${where}`);
	must(field !== undefined, `a note in another’s name: ${where}`);
	must(field !== 'at' || was === undefined, `when another wrote was changed at ${where}`);
}

/** Notes of a person, entries of a root and notes in clusters, each within its bound. */
function assertCount(kind: DocumentKind, cells: Cells, limits: GateLimits): void {
	const { notesPerPerson, members, entries, rows } = limits;
	for (const [whose, count] of countsOf(kind, cells)) {
		const most =
			kind === 'board'
				? notesPerPerson
				: whose === 'members'
					? members
					: holdsRows(whose)
						? rows
						: entries;
		must(count <= most, `${count} entries of ${whose}`);
	}
}

/** How many entries there are, by author on a board, else by root. */
function countsOf(kind: DocumentKind, cells: Cells): Map<string, number> {
	const counts = new Map<string, number>();
	for (const cell of cells.keys()) {
		const { root, key, field } = cellPath(cell);
		if (field !== undefined) continue;
		const whose = kind === 'board' ? (authorOfNoteKey(key) ?? '') : root;
		counts.set(whose, (counts.get(whose) ?? 0) + 1);
	}
	return counts;
}

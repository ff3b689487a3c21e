import * as Y from 'yjs';
import type { Action, ActionPlan, Axis, Objective } from '../domain/plan/action-plan.ts';
import { isReference } from '../domain/id.ts';
import { parseAction } from '../domain/plan/parse-action.ts';
import { newId } from '../domain/id.ts';
import type { LocalizedText } from '../domain/text/locale.ts';
import { OWN_CHANGE } from './board-doc.ts';
import { readLocalized, writeLocalized } from './localized-fields.ts';

/**
 * The action plan of a workshop. Root maps: `plan` with `title.<locale>`; `axes`, `objectives` and
 * `actions`, each an id to a map of fields. A field holds a whole value (the last writer of one field
 * wins); lists such as financing are one field. `deleted` takes an entry off the plan.
 */
type Fields = Y.Map<unknown>;
type Entries = Y.Map<Fields>;

export const planRoots = (doc: Y.Doc) => ({
	plan: doc.getMap<unknown>('plan'),
	axes: doc.getMap<Fields>('axes'),
	objectives: doc.getMap<Fields>('objectives'),
	actions: doc.getMap<Fields>('actions')
});

/** The whole plan in its order; entries that are not well formed, or hang on nothing, are left out. */
export function readPlan(doc: Y.Doc): ActionPlan {
	const roots = planRoots(doc);
	const axes = standing(roots.axes).map(([id, map]): Axis => ({
		id,
		title: readLocalized(map, 'title'),
		position: positionOf(map)
	}));
	const objectives = standing(roots.objectives).map(([id, map]): Objective => ({
		id,
		axisId: stringOf(map.get('axisId')),
		title: readLocalized(map, 'title'),
		position: positionOf(map)
	}));
	const actions = standing(roots.actions).map(([id, map]) => readAction(id, map));
	return {
		title: readLocalized(roots.plan, 'title'),
		axes: inOrder(axes),
		objectives: inOrder(objectives),
		actions: inOrder(actions)
	};
}

/** One action; whatever is not well formed in it reads as missing. */
export function readAction(id: string, map: Fields): Action {
	return parseAction({
		...Object.fromEntries(map.entries()),
		id,
		title: readLocalized(map, 'title'),
		position: positionOf(map)
	});
}

export function setPlanTitle(doc: Y.Doc, title: LocalizedText): void {
	doc.transact(() => writeLocalized(planRoots(doc).plan, 'title', title), OWN_CHANGE);
}

/** Adds an axis at the end and gives its id. */
export function addAxis(doc: Y.Doc, title: LocalizedText): string {
	return addEntry(doc, planRoots(doc).axes, title, {});
}

/** Adds an objective to an axis, at the end, and gives its id. */
export function addObjective(doc: Y.Doc, axisId: string, title: LocalizedText): string {
	return addEntry(doc, planRoots(doc).objectives, title, { axisId });
}

/** Adds an action at the end and gives its id. Fields that are left out are missing. */
export function addAction(
	doc: Y.Doc,
	title: LocalizedText,
	fields: Partial<Omit<Action, 'id' | 'title' | 'position'>> & Pick<Action, 'code' | 'objectiveId'>
): string {
	return addEntry(doc, planRoots(doc).actions, title, fields);
}

export type PlanPart = 'axes' | 'objectives' | 'actions';

/** Sets fields of one entry; a field set to undefined becomes missing. */
export function setFields(
	doc: Y.Doc,
	part: PlanPart,
	id: string,
	fields: { title?: LocalizedText; [field: string]: unknown }
): void {
	const map = planRoots(doc)[part].get(id);
	if (!map) return;
	doc.transact(() => {
		const { title, ...values } = fields;
		if (title) writeLocalized(map, 'title', title);
		for (const [field, value] of Object.entries(values)) map.set(field, value ?? null);
	}, OWN_CHANGE);
}

/**
 * Swaps an entry with the one before (-1) or after (1) it: an axis among the axes, an objective within
 * its axis, an action within its objective. Does nothing at the end of the row.
 */
export function moveEntry(doc: Y.Doc, part: PlanPart, id: string, by: -1 | 1): void {
	const entries = planRoots(doc)[part];
	const parent = { axes: '', objectives: 'axisId', actions: 'objectiveId' }[part];
	const own = entries.get(id);
	if (!own) return;
	const row = inOrder(
		standing(entries)
			.filter(([, map]) => parent === '' || map.get(parent) === own.get(parent))
			.map(([other, map]) => ({ id: other, map, position: positionOf(map) }))
	);
	const at = row.findIndex((entry) => entry.id === id);
	const other = row[at + by];
	const self = row[at];
	if (!self || !other) return;
	doc.transact(() => {
		// Positions that are equal, as after an import, would not swap.
		const shift = self.position === other.position ? by / 2 : 0;
		self.map.set('position', other.position + shift);
		other.map.set('position', self.position);
	}, OWN_CHANGE);
}

/** Takes an entry off the plan; undo brings it back. */
export function removeEntry(doc: Y.Doc, part: PlanPart, id: string): void {
	doc.transact(() => planRoots(doc)[part].get(id)?.set('deleted', true), OWN_CHANGE);
}

function addEntry(
	doc: Y.Doc,
	entries: Entries,
	title: LocalizedText,
	fields: Readonly<Record<string, unknown>>
): string {
	const id = newId(12);
	doc.transact(() => {
		const last = Math.max(0, ...standing(entries).map(([, other]) => positionOf(other)));
		const map: Fields = entries.set(id, new Y.Map());
		writeLocalized(map, 'title', title);
		for (const [field, value] of Object.entries(fields)) map.set(field, value);
		map.set('position', last + 1);
	}, OWN_CHANGE);
	return id;
}

/** Entries that are on the plan. Undoing the creation of one takes its position. */
function standing(entries: Entries): [string, Fields][] {
	return [...entries].filter(
		([id, map]) =>
			map instanceof Y.Map &&
			Number.isFinite(map.get('position')) &&
			map.get('deleted') !== true &&
			/^[a-z0-9]{4,24}$/.test(id)
	);
}

function positionOf(map: Fields): number {
	const position = map.get('position');
	return typeof position === 'number' && Number.isFinite(position) ? position : 0;
}

function stringOf(value: unknown): string {
	return isReference(value) ? value : '';
}

function inOrder<T extends { id: string; position: number }>(entries: T[]): T[] {
	return entries.sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
}

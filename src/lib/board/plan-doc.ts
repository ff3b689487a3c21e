import * as Y from 'yjs';
import { columnsOf, LIST_NAMES, OWN_PARTS, type ListName } from '../domain/plan/action-fields.ts';
import type { Action, ActionPlan, RowOf } from '../domain/plan/action-plan.ts';
import { localized, reference, PART_LIMITS, type Part } from '../domain/plan/field-parts.ts';
import type { LocalizedText } from '../domain/text/locale.ts';
import { OWN_CHANGE } from './board-doc.ts';
import { FollowedPlan } from './followed-plan.ts';
import { writeLocalized } from './localized-fields.ts';
import {
	addEntry,
	completeTexts,
	inOrder,
	listRoot,
	planRoots,
	positionOf,
	standing,
	writeFields,
	type Entries
} from './plan-entry.ts';

/**
 * The action plan. Root maps: `plan` with `title.<locale>`; `axes`, `objectives` and `actions`, each an id to a
 * map of fields; and one for each list of an action, whose rows name their `action`. A field is what the
 * parts of `ACTION_FIELDS` say: a whole value (the last writer of one field wins), or a long text that is a
 * Y.Text, made with its entry. `deleted` takes an entry off the plan.
 */
export type PlanPart = 'axes' | 'objectives' | 'actions';

const TITLED = { title: localized(PART_LIMITS.title) };

/** What the fields of an entry of each root are; `position` and `deleted` stand in all of them. */
export const ENTRY_PARTS: Readonly<Record<PlanPart, Readonly<Record<string, Part>>>> = {
	axes: TITLED,
	objectives: { ...TITLED, axisId: reference },
	actions: OWN_PARTS
};

/** The whole plan in its order; entries that are not well formed are left out. */
export function readPlan(doc: Y.Doc): ActionPlan {
	const followed = new FollowedPlan(doc);
	const plan = followed.plan();
	followed.destroy();
	return plan;
}

export function setPlanTitle(doc: Y.Doc, title: LocalizedText): void {
	doc.transact(() => writeLocalized(planRoots(doc).plan, 'title', title), OWN_CHANGE);
}

/** Adds an axis at the end and gives its id. */
export function addAxis(doc: Y.Doc, title: LocalizedText): string {
	return added(doc, 'axes', { title });
}

/** Adds an objective to an axis, at the end, and gives its id. */
export function addObjective(doc: Y.Doc, axisId: string, title: LocalizedText): string {
	return added(doc, 'objectives', { title, axisId });
}

/** What an action can be made with: its parts, lists as rows that have no id yet. */
export type NewAction = {
	readonly [Name in keyof Omit<Action, 'id' | 'title' | 'position'>]?: Name extends ListName
		? readonly NewRow<Name>[]
		: Action[Name];
} & Pick<Action, 'code' | 'objectiveId'>;
export type NewRow<List extends ListName> = Partial<Omit<RowOf<List>, 'id'>>;

/** Adds an action at the end and gives its id. Parts that are left out are missing. */
export function addAction(doc: Y.Doc, title: LocalizedText, fields: NewAction): string {
	return doc.transact(() => {
		const id = added(doc, 'actions', { ...fields, title });
		for (const list of LIST_NAMES)
			for (const row of fields[list] ?? []) addRow<ListName>(doc, id, list, row);
		return id;
	}, OWN_CHANGE);
}

/** Parts of an entry that are no lists; one that is undefined becomes missing. */
export type EntryChange = Partial<Omit<Action, 'id' | ListName>> & { readonly axisId?: string };

/** Sets parts of one entry; a text is changed by the smallest splice. */
export function setFields(doc: Y.Doc, part: PlanPart, id: string, fields: EntryChange): void {
	const map = planRoots(doc)[part].get(id);
	if (!map) return;
	doc.transact(() => {
		const { position, ...values } = fields;
		writeFields(map, ENTRY_PARTS[part], values);
		if (position !== undefined) map.set('position', position);
	}, OWN_CHANGE);
}

/** Adds a row at the end of a list of an action and gives its id. */
export function addRow<List extends ListName>(
	doc: Y.Doc,
	actionId: string,
	list: List,
	row: NewRow<List>
): string {
	const columns = { ...columnsOf(list), action: reference };
	const isBeside = (other: Y.Map<unknown>): boolean => other.get('action') === actionId;
	return doc.transact(
		() => addEntry(listRoot(doc, list), columns, { ...row, action: actionId }, isBeside),
		OWN_CHANGE
	);
}

/** Sets columns of one row; a text is changed by the smallest splice. */
export function setRow<List extends ListName>(
	doc: Y.Doc,
	list: List,
	rowId: string,
	row: NewRow<List>
): void {
	const map = listRoot(doc, list).get(rowId);
	if (map) doc.transact(() => writeFields(map, columnsOf(list), row), OWN_CHANGE);
}

/** Takes a row off its list; undo brings it back. */
export function removeRow(doc: Y.Doc, list: ListName, rowId: string): void {
	doc.transact(() => listRoot(doc, list).get(rowId)?.set('deleted', true), OWN_CHANGE);
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

/**
 * Makes the texts that entries lack because a field joined the table after they were made. For the
 * server alone, before anybody is served: two who made one at once would lose what one of them wrote.
 */
export function completePlan(doc: Y.Doc): void {
	const complete = (entries: Entries, parts: Readonly<Record<string, Part>>): void => {
		for (const map of entries.values()) if (map instanceof Y.Map) completeTexts(map, parts);
	};
	complete(planRoots(doc).actions, OWN_PARTS);
	for (const list of LIST_NAMES) complete(listRoot(doc, list), columnsOf(list));
}

function added(doc: Y.Doc, part: PlanPart, values: Readonly<Record<string, unknown>>): string {
	return doc.transact(() => addEntry(planRoots(doc)[part], ENTRY_PARTS[part], values), OWN_CHANGE);
}

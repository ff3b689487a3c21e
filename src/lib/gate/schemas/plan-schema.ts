import { isReference } from '../../domain/id.ts';
import {
	ACTION_LEVELS,
	ACTION_PRIORITIES,
	ACTION_STATUSES,
	FINANCING_STATUSES,
	PLAN_LIMITS
} from '../../domain/plan/action-plan.ts';
import type { FieldShape, RootShape } from '../document-shape.ts';
import { SharedRules } from '../rules/shared-rules.ts';
import type { DocumentSchema } from './document-schema.ts';
import {
	entryFields,
	isAmount,
	isEntryId,
	isFlag,
	isListOf,
	isMonth,
	isObjectOf,
	isOneOf,
	isPosition,
	isTextOf,
	orMissing,
	titleFields
} from './entry-fields.ts';

const name = isTextOf(PLAN_LIMITS.name);
const text = isTextOf(PLAN_LIMITS.text);

const ROW = { ...titleFields(), position: isPosition, deleted: isFlag };

const AXES = entries(entryFields(ROW));
const OBJECTIVES = entries(entryFields({ ...ROW, axisId: isReference }));
const ACTIONS = entries(
	entryFields({
		...ROW,
		code: orMissing(isTextOf(20)),
		objectiveId: orMissing(isReference),
		description: orMissing(text),
		level: orMissing(isOneOf(ACTION_LEVELS)),
		location: orMissing(name),
		beneficiaries: orMissing(text),
		// One field takes as many names as an action has, and one of them may be all of it.
		responsible: orMissing(isListOf(isTextOf(PLAN_LIMITS.name * PLAN_LIMITS.lines))),
		partners: orMissing(isListOf(isObjectOf({ name, commitment: text }))),
		cost: orMissing(isAmount),
		financing: orMissing(
			isListOf(isObjectOf({ source: name, amount: isAmount, status: isOneOf(FINANCING_STATUSES) }))
		),
		start: orMissing(isMonth),
		end: orMissing(isMonth),
		indicators: orMissing(
			isListOf(isObjectOf({ label: name, baseline: name, target: name, unit: name, source: name }))
		),
		risks: orMissing(
			isListOf(
				isObjectOf({
					label: name,
					level: orMissing(isOneOf(ACTION_PRIORITIES)),
					mitigation: text
				})
			)
		),
		priority: orMissing(isOneOf(ACTION_PRIORITIES)),
		quickWin: orMissing(isFlag),
		status: orMissing(isOneOf(ACTION_STATUSES)),
		proposalIds: orMissing(isListOf(isReference))
	})
);

const TITLE = entryFields(titleFields());
const PLAN: RootShape = { kind: 'values', field: (key) => TITLE.get(key) };

/** The plan of a workshop, as `board/plan-doc.ts` writes it, every field of a sheet by its own form. */
export function planSchema(): DocumentSchema {
	return {
		roots: new Map([
			['plan', PLAN],
			['axes', AXES],
			['objectives', OBJECTIVES],
			['actions', ACTIONS]
		]),
		follow: (_doc, limits) => new SharedRules(limits)
	};
}

function entries(fields: ReadonlyMap<string, FieldShape>): RootShape {
	return { kind: 'entries', isKey: isEntryId, field: (field) => fields.get(field) };
}

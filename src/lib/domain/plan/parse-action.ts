import * as v from 'valibot';
import {
	ACTION_LEVELS,
	ACTION_PRIORITIES,
	ACTION_STATUSES,
	FINANCING_STATUSES,
	PLAN_LIMITS,
	type Action
} from './action-plan.ts';

const text = (limit: number) =>
	v.fallback(v.pipe(v.string(), v.maxLength(limit * 8), v.transform(withoutNul)), '');
const amount = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(PLAN_LIMITS.amount));
const month = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])$/));
const list = <Item extends v.GenericSchema>(item: Item) =>
	v.fallback(v.pipe(v.array(item), v.maxLength(PLAN_LIMITS.lines)), []);
const localized = v.object({
	ar: v.optional(v.string()),
	fr: v.optional(v.string()),
	en: v.optional(v.string())
});

const actionSchema = v.object({
	id: v.string(),
	code: text(20),
	objectiveId: text(24),
	title: localized,
	description: text(PLAN_LIMITS.text),
	level: v.fallback(v.nullable(v.picklist(ACTION_LEVELS)), null),
	location: text(PLAN_LIMITS.name),
	beneficiaries: text(PLAN_LIMITS.text),
	responsible: list(text(PLAN_LIMITS.name)),
	partners: list(v.object({ name: text(PLAN_LIMITS.name), commitment: text(PLAN_LIMITS.text) })),
	cost: v.fallback(v.nullable(amount), null),
	financing: list(
		v.object({
			source: text(PLAN_LIMITS.name),
			amount,
			status: v.fallback(v.picklist(FINANCING_STATUSES), 'to_mobilise')
		})
	),
	start: v.fallback(v.nullable(month), null),
	end: v.fallback(v.nullable(month), null),
	indicators: list(
		v.object({
			label: text(PLAN_LIMITS.name),
			baseline: text(40),
			target: text(40),
			unit: text(80),
			source: text(PLAN_LIMITS.name)
		})
	),
	risks: list(
		v.object({
			label: text(PLAN_LIMITS.name),
			level: v.fallback(v.nullable(v.picklist(ACTION_PRIORITIES)), null),
			mitigation: text(PLAN_LIMITS.text)
		})
	),
	priority: v.fallback(v.nullable(v.picklist(ACTION_PRIORITIES)), null),
	quickWin: v.fallback(v.boolean(), false),
	status: v.fallback(v.picklist(ACTION_STATUSES), 'not_started'),
	proposalIds: list(text(24)),
	position: v.number()
});

/** PostgreSQL takes no NUL in text. */
function withoutNul(value: string): string {
	return value.replaceAll('\0', '');
}

/**
 * An action from what a shared document holds. Never throws for a field: one that is missing, too long
 * or not well formed reads as missing, so that one bad write cannot hide a whole sheet.
 */
export function parseAction(fields: Readonly<Record<string, unknown>>): Action {
	return v.parse(actionSchema, fields);
}

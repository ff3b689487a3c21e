import type { OverwrittenValue } from '#lib/client/overwritten-values.ts';
import {
	ACTION_FIELDS,
	columnsOf,
	FIELD_KEYS,
	LIST_NAMES,
	OWN_PARTS
} from '#lib/domain/plan/action-fields.ts';
import type { ActionPlan } from '#lib/domain/plan/action-plan.ts';
import type { Part } from '#lib/domain/plan/field-parts.ts';
import { planTree } from '#lib/domain/plan/plan-tree.ts';
import { formatMonth, formatNumber } from '#lib/domain/text/format.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import {
	CHOICE_WORDS,
	COLUMN_WORDS,
	FIELD_WORDS,
	PART_WORDS,
	type Word
} from '#lib/words/plan-words.ts';

/** What was written over, in words: its field with the code of its action, and the value; '' for one that was cleared. */
export function lostWords(
	{ root, entry, field, mine }: OverwrittenValue,
	plan: ActionPlan
): { readonly field: string; readonly value: string } {
	const list = LIST_NAMES.find((name) => name === root);
	const action = plan.actions.find(
		(one) => one.id === entry || (list && one[list].some(({ id }) => id === entry))
	);
	const [name = field, tag] = field.split('.');
	const part: Part | undefined = list ? columnsOf(list)[name] : OWN_PARTS[name];
	const label = list
		? (COLUMN_WORDS[list] as Readonly<Record<string, Word>>)[name]?.()
		: labelOf(root, name);
	return {
		field: [label ?? name, action?.code ?? ''].filter((word) => word !== '').join(' · '),
		value: valueWords(list ? `${list}.${name}` : name, part, tag, mine, plan)
	};
}

function labelOf(root: string, name: string): string | undefined {
	if (root === 'plan') return m.plan_plan_title();
	if (root === 'axes') return m.plan_axis();
	if (root === 'objectives') return m.plan_strategic_objective();
	const field = FIELD_KEYS.find((key) => name in ACTION_FIELDS[key].parts);
	const own = (PART_WORDS as Readonly<Record<string, Word | undefined>>)[name];
	return own?.() ?? (field && FIELD_WORDS[field]());
}

function valueWords(
	name: string,
	part: Part | undefined,
	tag: string | undefined,
	value: unknown,
	plan: ActionPlan
): string {
	const locale = getLocale();
	if (part?.kind === 'tags' && tag !== undefined) return CHOICE_WORDS[name]?.[tag]?.() ?? tag;
	if (typeof value === 'boolean') return value ? m.common_yes() : m.common_no();
	if (typeof value === 'number')
		return part?.kind === 'number' && part.unit === 'year'
			? String(value)
			: formatNumber(value, locale);
	if (typeof value !== 'string') return '';
	if (part?.kind === 'choice') return CHOICE_WORDS[name]?.[value]?.() ?? value;
	if (part?.kind === 'month') return formatMonth(value, locale);
	if (part?.kind === 'reference') {
		const objective = planTree(plan).placeOf({ objectiveId: value })?.objective;
		return objective ? `${objective.code} ${textIn(objective.title, locale)}` : '';
	}
	return value;
}

import * as v from 'valibot';
import { requireActivity, type CheckedActivity } from '../activities/activity-draft.ts';
import { ACTIVITY_KINDS } from '../activities/activities.ts';
import { DomainError, isDomainError } from '../errors.ts';
import type { LocalizedText } from '../text/locale.ts';
import { optionalLocalizedText, requireLocalizedText } from '../text/localized-text.ts';
import { blankBasics, requireBasics, type WorkshopBasics } from './workshop-basics.ts';
import { WORKSHOP_LIMITS } from './workshop.ts';

/** Name and version of the format, the first field of each file. */
const TEMPLATE_SCHEMA = 'tachawor-template/1';

/** A category as a template brings it. */
export interface TemplateCategory {
	readonly name: LocalizedText;
	readonly expected: number;
	readonly observing: boolean;
}

/** What a new workshop can begin with; everything in it can be changed. It brings no date and no venue. */
export interface WorkshopTemplate {
	/** How it is offered, and in a few words what it brings. */
	readonly name: LocalizedText;
	readonly description: LocalizedText;
	readonly basics: WorkshopBasics;
	readonly categories: readonly TemplateCategory[];
	readonly activities: readonly CheckedActivity[];
}

const text = v.strictObject({
	ar: v.optional(v.string()),
	fr: v.optional(v.string()),
	en: v.optional(v.string())
});
const hour = v.optional(v.nullable(v.string()), null);

const file = v.strictObject({
	schema: v.literal(TEMPLATE_SCHEMA),
	name: text,
	description: v.optional(text, {}),
	basics: v.strictObject({
		title: text,
		shortTitle: v.optional(text, {}),
		framework: v.optional(text, {}),
		objectives: v.optional(v.array(text), []),
		startTime: hour,
		endTime: hour,
		regionId: v.optional(v.nullable(v.string()), null)
	}),
	categories: v.pipe(
		v.array(
			v.strictObject({
				name: text,
				expected: v.pipe(
					v.number(),
					v.integer(),
					v.minValue(0),
					v.maxValue(WORKSHOP_LIMITS.expected)
				),
				observing: v.optional(v.boolean(), false)
			})
		),
		v.maxLength(WORKSHOP_LIMITS.categories)
	),
	activities: v.pipe(
		v.array(
			v.strictObject({
				kind: v.picklist(ACTIVITY_KINDS),
				title: text,
				shortTitle: v.optional(text, {}),
				prompt: v.optional(text, {}),
				durationMinutes: v.number(),
				parameters: v.optional(v.record(v.string(), v.unknown()), {})
			})
		),
		v.maxLength(WORKSHOP_LIMITS.activities)
	)
});

/**
 * Reads a template from JSON that anybody may have written. Throws `template_newer` for a version that is
 * not known, and `template_invalid` (details: place, the path of the first thing that is wrong, such as
 * `activities.2.columns`) for whatever the pages of preparing would refuse, and for a field that has no
 * meaning: what is misspelt must not read as left out.
 */
export function parseTemplate(given: unknown): WorkshopTemplate {
	const schema = v.safeParse(v.looseObject({ schema: v.string() }), given);
	if (schema.success && /^tachawor-template\/(?!1$)/.test(schema.output.schema))
		throw new DomainError('template_newer');
	const parsed = v.safeParse(file, given, { abortEarly: true });
	if (!parsed.success) throw invalidAt(v.getDotPath(parsed.issues[0]) ?? 'schema');
	const { name, description, basics, categories, activities } = parsed.output;
	return {
		name: at('name', () => requireLocalizedText(name, WORKSHOP_LIMITS.shortTitle, 'name')),
		description: at('description', () =>
			optionalLocalizedText(description, WORKSHOP_LIMITS.prompt)
		),
		basics: at('basics', () => requireBasics({ ...blankBasics(basics.title), ...basics })),
		categories: categories.map((category, index) =>
			at(`categories.${index}`, () => ({
				...category,
				name: requireLocalizedText(category.name, WORKSHOP_LIMITS.categoryName, 'name')
			}))
		),
		activities: activities.map((activity, index) =>
			at(`activities.${index}`, () => {
				const checked = requireActivity(activity);
				const known = new Set(Object.keys(checked.parameters));
				const odd = Object.keys(activity.parameters).find((name) => !known.has(name));
				if (odd !== undefined) throw new DomainError('invalid_input', { field: odd });
				return checked;
			})
		)
	};
}

/** What `read` gives; the place of what it refuses is told from the whole file. */
function at<Result>(place: string, read: () => Result): Result {
	try {
		return read();
	} catch (thrown) {
		if (!isDomainError(thrown)) throw thrown;
		const { field } = thrown.details;
		throw invalidAt(field === undefined || field === place ? place : `${place}.${field}`);
	}
}

function invalidAt(place: string): DomainError {
	return new DomainError('template_invalid', { place });
}

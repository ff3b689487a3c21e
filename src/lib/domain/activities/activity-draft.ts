import * as v from 'valibot';
import { DomainError } from '../errors.ts';
import { textIn } from '../text/locale.ts';
import { optionalLocalizedText, requireLocalizedText } from '../text/localized-text.ts';
import { WORKSHOP_LIMITS } from '../workshops/workshop.ts';
import { ACTIVITIES, ACTIVITY_KINDS, type ActivityKind } from './activities.ts';
import { writesPrivately, type ActivitySetup } from './activity-setup.ts';
import type { Activity, ActivityWords } from './activity.ts';
import { LONGEST_ACTIVITY } from './schedule.ts';

/** What a facilitator gives of an agenda item; the rest follows from its place and its state. */
export interface ActivityDraft extends ActivityWords {
	readonly kind: ActivityKind;
	/** Checked by the kind; what it does not know is left out. */
	readonly parameters: unknown;
}

/** An agenda item that was checked. */
export type CheckedActivity = ActivitySetup & ActivityWords;

/**
 * Checks an agenda item and gives it as it is stored, with the parameters of its kind and nothing else.
 * Throws `text_empty`, `text_too_long`, `too_many_items` (details: limit) or `invalid_input` (details:
 * field, for parameters their path, such as `vote.cap`).
 */
export function requireActivity(draft: ActivityDraft): CheckedActivity {
	const { durationMinutes } = draft;
	if (!ACTIVITY_KINDS.includes(draft.kind)) throw invalid('kind');
	const whole = Number.isInteger(durationMinutes);
	if (!whole || durationMinutes < 1 || durationMinutes > LONGEST_ACTIVITY)
		throw invalid('durationMinutes');
	return {
		...requireSetup(draft.kind, draft.parameters),
		title: requireLocalizedText(draft.title, WORKSHOP_LIMITS.title, 'title'),
		shortTitle: optionalLocalizedText(draft.shortTitle, WORKSHOP_LIMITS.shortTitle),
		prompt: optionalLocalizedText(draft.prompt, WORKSHOP_LIMITS.prompt),
		durationMinutes
	};
}

/**
 * Checks that an item which was opened before keeps its way of writing, since people were told who reads
 * what they write. Throws `writing_fixed` (details: name).
 */
export function requireSameWriting(present: Activity, next: ActivitySetup): void {
	if (present.opened && writesPrivately(present) !== writesPrivately(next))
		throw new DomainError('writing_fixed', { name: textIn(present.title, 'ar') });
}

/** Throws as {@link requireActivity} does for parameters. */
function requireSetup(kind: ActivityKind, given: unknown): ActivitySetup {
	const parsed = v.safeParse(ACTIVITIES[kind].parameters, given, { abortEarly: true });
	// The schema of the kind gives the parameters of the kind, which the compiler cannot follow.
	if (parsed.success) return { kind, parameters: parsed.output } as ActivitySetup;
	const [issue] = parsed.issues;
	if (issue.type === 'max_length') throw new DomainError('too_many_items', limitOf(issue));
	throw invalid(v.getDotPath(issue) ?? 'parameters');
}

function limitOf(issue: v.BaseIssue<unknown>): { limit: number } {
	return { limit: Number(issue.requirement) };
}

function invalid(field: string): DomainError {
	return new DomainError('invalid_input', { field });
}

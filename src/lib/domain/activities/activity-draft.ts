import {
	ACTIVITY_KINDS,
	ACTIVITY_WRITING,
	COLUMN_ICONS,
	DEFAULT_VOTE_RULES,
	NOTE_COLORS,
	VOTE_RULE_LIMITS,
	type Activity,
	type Column,
	type VoteRules
} from './activity.ts';
import { DomainError } from '../errors.ts';
import { textIn } from '../text/locale.ts';
import { optionalLocalizedText, requireLocalizedText } from '../text/localized-text.ts';
import { LONGEST_ACTIVITY } from './schedule.ts';
import { WORKSHOP_LIMITS } from '../workshops/workshop.ts';

/** What a facilitator gives of an agenda item; the rest follows from its place and its state. */
export type ActivityDraft = Pick<
	Activity,
	'kind' | 'title' | 'shortTitle' | 'prompt' | 'durationMinutes' | 'columns' | 'vote'
> &
	/** Shared when it is left out. */
	Partial<Pick<Activity, 'writing'>>;

const COLUMN_ID = /^[A-Za-z0-9_]{1,16}$/;

/**
 * Checks an agenda item and gives it as it is stored: columns stay with an activity that collects notes
 * (which needs one), vote rules with one that collects notes or votes, and only where notes are collected
 * can they be private. Throws `text_empty`, `text_too_long`, `too_many_items` or `invalid_input`
 * (details: field).
 */
export function requireActivity(draft: ActivityDraft): Required<ActivityDraft> {
	const { kind, durationMinutes, writing = 'shared' } = draft;
	requireField(ACTIVITY_KINDS.includes(kind), 'kind');
	requireField(ACTIVITY_WRITING.includes(writing), 'writing');
	requireField(isWholeNumber(durationMinutes, 1, LONGEST_ACTIVITY), 'durationMinutes');
	return {
		kind,
		title: requireLocalizedText(draft.title, WORKSHOP_LIMITS.title, 'title'),
		shortTitle: optionalLocalizedText(draft.shortTitle, WORKSHOP_LIMITS.shortTitle),
		prompt: optionalLocalizedText(draft.prompt, WORKSHOP_LIMITS.prompt),
		durationMinutes,
		columns: kind === 'notes' ? requireColumns(draft.columns) : [],
		vote: requireVoteRules(draft),
		writing: kind === 'notes' ? writing : 'shared'
	};
}

/**
 * Checks that an item which was opened before keeps its way of writing, since people were told who reads
 * what they write. Throws `writing_fixed` (details: name).
 */
export function requireSameWriting(present: Activity, next: Required<ActivityDraft>): void {
	if (present.opened && present.writing !== next.writing)
		throw new DomainError('writing_fixed', { name: textIn(present.title, 'ar') });
}

function requireColumns(columns: readonly Column[]): Column[] {
	requireField(columns.length > 0, 'columns');
	if (columns.length > WORKSHOP_LIMITS.columns)
		throw new DomainError('too_many_items', { limit: WORKSHOP_LIMITS.columns });
	requireField(new Set(columns.map((column) => column.id)).size === columns.length, 'columns');
	return columns.map((column) => {
		requireField(COLUMN_ID.test(column.id), 'columns');
		requireField(NOTE_COLORS.includes(column.color), 'columns');
		requireField(COLUMN_ICONS.includes(column.icon), 'columns');
		const name = requireLocalizedText(column.name, WORKSHOP_LIMITS.columnName, 'columns');
		return { id: column.id, name, color: column.color, icon: column.icon };
	});
}

function requireVoteRules({ kind, vote }: ActivityDraft): VoteRules | null {
	if (kind !== 'notes' && kind !== 'vote') return null;
	const rules = vote ?? (kind === 'vote' ? DEFAULT_VOTE_RULES : null);
	if (rules === null) return null;
	requireField(isWholeNumber(rules.budget, 1, VOTE_RULE_LIMITS.budget), 'budget');
	requireField(isWholeNumber(rules.cap, 1, Math.min(rules.budget, VOTE_RULE_LIMITS.cap)), 'cap');
	return { budget: rules.budget, cap: rules.cap };
}

function isWholeNumber(value: number, least: number, most: number): boolean {
	return Number.isInteger(value) && value >= least && value <= most;
}

function requireField(valid: boolean, field: string): void {
	if (!valid) throw new DomainError('invalid_input', { field });
}

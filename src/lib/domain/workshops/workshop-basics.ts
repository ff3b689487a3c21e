import { DomainError } from '../errors.ts';
import { isBlank, type LocalizedText } from '../text/locale.ts';
import { optionalLocalizedText, requireLocalizedText } from '../text/localized-text.ts';
import { isIsoDate, isTimeOfDay } from '../activities/schedule.ts';
import { WORKSHOP_LIMITS, type Workshop } from './workshop.ts';

/** What says what a workshop is about and where it takes place. */
export type WorkshopBasics = Pick<
	Workshop,
	| 'title'
	| 'shortTitle'
	| 'framework'
	| 'objectives'
	| 'venue'
	| 'date'
	| 'startTime'
	| 'endTime'
	| 'regionId'
>;

/** A workshop of which only the title is known. */
export function blankBasics(title: LocalizedText): WorkshopBasics {
	return {
		title,
		shortTitle: {},
		framework: {},
		objectives: [],
		venue: {},
		date: null,
		startTime: null,
		endTime: null,
		regionId: null
	};
}

/**
 * Checks and trims. The title is needed, in one language at least; empty objectives are left out.
 * Throws `text_empty`, `text_too_long`, `too_many_items` or `invalid_input` (details: field).
 */
export function requireBasics(basics: WorkshopBasics): WorkshopBasics {
	const { date, startTime, endTime } = basics;
	if (date !== null && !isIsoDate(date)) throw new DomainError('invalid_input', { field: 'date' });
	if (startTime !== null && !isTimeOfDay(startTime))
		throw new DomainError('invalid_input', { field: 'startTime' });
	if (endTime !== null && (!isTimeOfDay(endTime) || (startTime !== null && endTime <= startTime)))
		throw new DomainError('invalid_input', { field: 'endTime' });
	return {
		title: requireLocalizedText(basics.title, WORKSHOP_LIMITS.title, 'title'),
		shortTitle: optionalLocalizedText(basics.shortTitle, WORKSHOP_LIMITS.shortTitle),
		framework: optionalLocalizedText(basics.framework, WORKSHOP_LIMITS.framework),
		objectives: requireObjectives(basics.objectives),
		venue: optionalLocalizedText(basics.venue, WORKSHOP_LIMITS.venue),
		date,
		startTime,
		endTime,
		regionId: basics.regionId
	};
}

function requireObjectives(objectives: readonly LocalizedText[]): LocalizedText[] {
	const given = objectives.filter((objective) => !isBlank(objective));
	const limit = WORKSHOP_LIMITS.objectives;
	if (given.length > limit) throw new DomainError('too_many_items', { limit, count: given.length });
	return given.map((objective) => optionalLocalizedText(objective, WORKSHOP_LIMITS.objective));
}

import { only } from '../only.ts';
import type { Workshop } from './workshop.ts';

/**
 * What of a workshop goes to which pages. A page that is open to readers gets no join code, since who holds
 * it can come in as anybody; those who prepare and run the workshop get what their page shows.
 */
const HEADING = ['id', 'title', 'shortTitle', 'date', 'example'] as const;

/** What stands in the head of every page of a workshop, for whoever may see it. */
export type WorkshopHeading = Pick<Workshop, (typeof HEADING)[number]>;

export function headingOf(workshop: Workshop): WorkshopHeading {
	return only(workshop, ...HEADING);
}

const PREPARED = [
	'framework',
	'objectives',
	'venue',
	'startTime',
	'endTime',
	'regionId',
	'joinCode',
	'state',
	'anonymityFloor',
	'admission',
	'version'
] as const;

/** All that is prepared in steps; the days are the agenda's, and joining is stopped elsewhere. */
export type PreparedWorkshop = WorkshopHeading & Pick<Workshop, (typeof PREPARED)[number]>;

export function preparedOf(workshop: Workshop): PreparedWorkshop {
	return only(workshop, ...HEADING, ...PREPARED);
}

/** What the run page commands and shows. */
export type RunWorkshop = WorkshopHeading &
	Pick<Workshop, 'joinCode' | 'admission' | 'anonymityFloor' | 'version'>;

export function runOf(workshop: Workshop): RunWorkshop {
	return only(workshop, ...HEADING, 'joinCode', 'admission', 'anonymityFloor', 'version');
}

/** What the page of the people shows of joining. */
export type JoiningWorkshop = WorkshopHeading &
	Pick<Workshop, 'joinCode' | 'admission' | 'joining' | 'state' | 'version'>;

export function joiningOf(workshop: Workshop): JoiningWorkshop {
	return only(workshop, ...HEADING, 'joinCode', 'admission', 'joining', 'state', 'version');
}

/** What the hall reads on its screen before the first activity. */
export type ScreenWorkshop = WorkshopHeading &
	Pick<Workshop, 'venue' | 'startTime' | 'joinCode' | 'admission'>;

export function screenOf(workshop: Workshop): ScreenWorkshop {
	return only(workshop, ...HEADING, 'venue', 'startTime', 'joinCode', 'admission');
}

/** What stands on the poster at the door. */
export type PosterWorkshop = WorkshopHeading & Pick<Workshop, 'venue' | 'joinCode' | 'admission'>;

export function posterOf(workshop: Workshop): PosterWorkshop {
	return only(workshop, ...HEADING, 'venue', 'joinCode', 'admission');
}

/** What a line or the sheet of a facilitator's own list shows. */
export type ListedPart = Pick<
	Workshop,
	| 'id'
	| 'title'
	| 'days'
	| 'date'
	| 'startTime'
	| 'endTime'
	| 'venue'
	| 'state'
	| 'version'
	| 'joinCode'
	| 'example'
>;

export function listedOf(workshop: Workshop): ListedPart {
	return only(
		workshop,
		'id',
		'title',
		'days',
		'date',
		'startTime',
		'endTime',
		'venue',
		'state',
		'version',
		'joinCode',
		'example'
	);
}

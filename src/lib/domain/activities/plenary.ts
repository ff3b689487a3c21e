import { spokenActivity } from './spoken-activity.ts';

/** What was made is told to everybody. */
export const plenary = spokenActivity({
	minutes: 30,
	inputs: ['notes', 'clusters', 'ranking', 'proposals'],
	spaces: ['hall', 'room']
});

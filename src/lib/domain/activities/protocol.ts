import { spokenActivity } from './spoken-activity.ts';

/** Welcome, opening and closing words, before everybody. */
export const protocol = spokenActivity({ minutes: 30, inputs: [], spaces: ['hall', 'room'] });

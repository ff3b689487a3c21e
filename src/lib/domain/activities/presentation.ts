import { spokenActivity } from './spoken-activity.ts';

/** Somebody presents, the others listen and ask. */
export const presentation = spokenActivity({ minutes: 30, inputs: [], spaces: ['hall', 'room'] });

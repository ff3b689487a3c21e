import type { DotsBallot, DotsRules } from '#lib/domain/ballots/dots.ts';
import { m } from '#lib/paraglide/messages.js';
import type { BallotFeatures } from '../ballot-parts.ts';
import Choice from './Choice.svelte';
import Left from './Left.svelte';
import Own from './Own.svelte';

/** Most places that stand beside an option's title. */
const BESIDE = 3;

/** The phones' part of dot voting. */
export const dots: BallotFeatures<DotsRules, DotsBallot> = {
	question: m.votes_dots_question,
	how: ({ cap }) => m.votes_dots_how({ count: cap }),
	full: m.votes_no_dots_left,
	Left,
	Choice,
	Own,
	wide: ({ cap }) => cap > BESIDE
};

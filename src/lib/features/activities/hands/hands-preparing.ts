import type { HandsParameters } from '#lib/domain/activities/hands.ts';
import { m } from '#lib/paraglide/messages.js';
import { inEveryLanguage } from '#lib/words/in-every-language.ts';
import type { PrepareFeatures } from '../activity-parts.ts';
import Prepare from './Prepare.svelte';

const USUAL = [m.activity_hands_for, m.activity_hands_against, m.activity_hands_abstain];

/** How a poll of hands is prepared. */
export const hands: PrepareFeatures<HandsParameters> = {
	starting: () => ({
		options: USUAL.map((text, index) => ({ id: `O${index + 1}`, text: inEveryLanguage(text) }))
	}),
	Prepare
};

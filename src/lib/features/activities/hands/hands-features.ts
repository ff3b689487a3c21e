import Hand from '@lucide/svelte/icons/hand';
import type { HandsParameters, HandsState } from '#lib/domain/activities/hands.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ActivityFeatures } from '../activity-parts.ts';
import Phone from './Phone.svelte';
import Run from './Run.svelte';
import Screen from './Screen.svelte';

/** The pages' part of a poll of hands. */
export const hands: ActivityFeatures<HandsParameters, HandsState> = {
	icon: Hand,
	short: m.activity_hands,
	name: m.activity_hands_long,
	Screen,
	Run,
	Kept: Phone
};

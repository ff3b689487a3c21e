import Hand from '@lucide/svelte/icons/hand';
import type { HandsParameters, HandsState } from '#lib/domain/activities/hands.ts';
import { LOCALES } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ActivityFeatures } from '../activity-parts.ts';
import Phone from './Phone.svelte';
import Prepare from './Prepare.svelte';
import Run from './Run.svelte';
import Screen from './Screen.svelte';

const USUAL = [m.activity_hands_for, m.activity_hands_against, m.activity_hands_abstain];

/** The pages' part of a poll of hands. */
export const hands: ActivityFeatures<HandsParameters, HandsState> = {
	icon: Hand,
	short: m.activity_hands,
	name: m.activity_hands_long,
	starting: () => ({
		options: USUAL.map((text, index) => ({
			id: `O${index + 1}`,
			text: Object.fromEntries(LOCALES.map((locale) => [locale, text({}, { locale })]))
		}))
	}),
	Prepare,
	Screen,
	Run,
	Kept: Phone
};

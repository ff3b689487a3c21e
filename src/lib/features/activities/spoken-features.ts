import type { LucideIcon } from '@lucide/svelte';
import type { NoParameters } from '#lib/domain/activities/spoken-activity.ts';
import type { m } from '#lib/paraglide/messages.js';
import type { ActivityFeatures } from './activity-parts.ts';
import SpokenScreen from './SpokenScreen.svelte';

/** The pages' part of a kind in which people speak and nothing is set. */
export function spoken(
	icon: LucideIcon,
	name: typeof m.activity_break
): ActivityFeatures<NoParameters, never> {
	return {
		icon,
		short: name,
		name,
		Screen: SpokenScreen,
		Run: null
	};
}

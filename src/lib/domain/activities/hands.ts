import * as v from 'valibot';
import type { LocalizedText } from '../text/locale.ts';
import { localizedTextSchema } from '../text/localized-text.ts';
import type { ActivityDefinition } from './activity-definition.ts';
import { spokenCourse } from './spoken-activity.ts';

/** How many options there are, the characters of one as people count them, and most hands for one. */
export const HANDS_LIMITS = { fewest: 2, most: 6, text: 80, hands: 2000 } as const;

/** What hands are raised for. `id` is unique in its activity: letters and digits, at most 16. */
export interface HandsOption {
	readonly id: string;
	readonly text: LocalizedText;
}

/** The question itself is the item's prompt. */
export interface HandsParameters {
	readonly options: readonly HandsOption[];
}

/** What was counted: one number for each option. */
export interface HandsState {
	readonly counts: readonly { readonly id: string; readonly hands: number }[];
}

const optionSchema = v.object({
	id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9]{1,16}$/)),
	text: localizedTextSchema(HANDS_LIMITS.text, 'options')
});

const handsSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(HANDS_LIMITS.hands));

/**
 * A poll of hands: people raise them in the hall, a facilitator counts and enters what was counted. It is no
 * secret vote and says so. Everybody in the hall sees whose hands are up, so the counts are told as they are,
 * also below the floor of anonymity: that protects what people gave without being seen.
 */
export const hands: ActivityDefinition<HandsParameters, HandsState> = {
	...spokenCourse({ minutes: 10, inputs: [], spaces: ['hall'] }),
	parameters: v.object({
		options: v.pipe(
			v.array(optionSchema),
			v.minLength(HANDS_LIMITS.fewest),
			v.maxLength(HANDS_LIMITS.most),
			v.check((options) => new Set(options.map(({ id }) => id)).size === options.length)
		)
	}),
	state({ options }) {
		const ids = options.map(({ id }) => id);
		return v.object({
			counts: v.pipe(
				v.array(v.object({ id: v.picklist(ids), hands: handsSchema })),
				v.length(ids.length),
				v.check((counts) => new Set(counts.map(({ id }) => id)).size === ids.length)
			)
		});
	}
};

/** The hands that were counted for an option; undefined before. */
export function handsFor(state: HandsState | null, optionId: string): number | undefined {
	return state?.counts.find(({ id }) => id === optionId)?.hands;
}

/** All hands that were counted. */
export function allHands(state: HandsState): number {
	return state.counts.reduce((all, { hands }) => all + hands, 0);
}

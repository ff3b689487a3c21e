import type { ActivityKind, ParametersOf, StateOf } from '#lib/domain/activities/activities.ts';
import { fitsState } from '#lib/domain/activities/activity-state.ts';
import type { Activity } from '#lib/domain/activities/activity.ts';
import { allHands, handsFor } from '#lib/domain/activities/hands.ts';
import { textIn } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';

/** How what was kept of an activity is told, for the kinds that keep something. */
const RESULTS: {
	readonly [Kind in ActivityKind]?: (
		parameters: ParametersOf<Kind>,
		state: StateOf<Kind>,
		words: DocumentWords
	) => Block[];
} = {
	hands(parameters, state, words) {
		const { say, number, locale } = words;
		const all = allHands(state);
		const rows = parameters.options.map(({ id, text }) => ({
			text: textIn(text, locale),
			hands: handsFor(state, id) ?? 0
		}));
		const most = Math.max(...rows.map(({ hands }) => hands), 1);
		const caption = say(m.document_hands_counted);
		return [
			{ kind: 'paragraph', tone: 'muted', text: say(m.activity_hands_open) },
			{
				kind: 'chart',
				chart: {
					caption,
					bars: rows.map(({ text, hands }) => ({
						label: text,
						share: hands / most,
						value: number(hands)
					})),
					table: {
						caption,
						columns: [
							{ head: say(m.document_option), share: 64, align: 'start' },
							{ head: say(m.document_hands), share: 18, align: 'figure' },
							{ head: say(m.document_share), share: 18, align: 'figure' }
						],
						rows: [
							...rows.map(({ text, hands }) => ({
								kind: 'body' as const,
								cells: [
									{ lines: [text] },
									{ lines: [number(hands)], strong: true },
									{ lines: [words.share(hands, all)] }
								]
							})),
							{
								kind: 'total' as const,
								cells: [
									{ lines: [say(m.document_total)] },
									{ lines: [number(all)] },
									{ lines: [words.share(all, all)] }
								]
							}
						]
					}
				}
			}
		];
	}
};

/** What was kept of an activity as a report tells it; null where nothing was, or nothing is told of its kind. */
export function activityResults(
	activity: Activity,
	state: unknown,
	words: DocumentWords
): Block[] | null {
	if (state === null || !fitsState(activity, state)) return null;
	// The kind has just checked the state, which the compiler cannot follow across its union.
	const tell = RESULTS[activity.kind] as
		((parameters: unknown, state: unknown, words: DocumentWords) => Block[]) | undefined;
	return tell?.(activity.parameters, state, words) ?? null;
}

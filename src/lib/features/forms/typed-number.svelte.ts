import { untrack } from 'svelte';
import type { NumberBounds } from '#lib/domain/text/numbers/whole-number.ts';
import { numberWords, type NumberWords } from './number-words.ts';

/** Milliseconds without typing after which something is said of what was typed: half a number is no mistake. */
const PAUSE = 700;

/** What is to be said of the number in a field, once somebody stopped typing. For use in a component. */
export function typedNumber(
	typed: () => string,
	bounds: () => NumberBounds
): Omit<NumberWords, 'value'> {
	let settled = $state(untrack(typed));
	$effect(() => {
		const text = typed();
		const pause = setTimeout(() => (settled = text), PAUSE);
		return () => clearTimeout(pause);
	});
	const words = $derived(numberWords(settled, bounds()));
	return {
		get said() {
			return words.said;
		},
		get wrong() {
			return words.wrong;
		}
	};
}

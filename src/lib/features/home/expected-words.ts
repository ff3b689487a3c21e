import { m } from '#lib/paraglide/messages.js';

/** How many people are expected, or that nobody has said so yet. */
export function expectedWords(count: number): string {
	return count > 0 ? m.home_expected({ count }) : m.home_expected_unknown();
}

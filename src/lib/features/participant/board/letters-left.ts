import { m } from '#lib/paraglide/messages.js';

/** What is left to write, in words; below 0 by how much the text is too long. */
export function lettersLeft(left: number): string {
	return left < 0
		? m.participant_letters_over({ count: -left })
		: m.participant_letters_left({ count: left });
}

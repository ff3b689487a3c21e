/** Stands for what is drawn apart; no message holds it. */
const MARK = '\uE000';

/** A message in two parts, before and after the one thing in it that is drawn apart, as a large figure is. */
export function around(
	message: (mark: string) => string
): readonly [before: string, after: string] {
	const [before = '', after = ''] = message(MARK).split(MARK);
	return [before, after];
}

/** The colour class of an axis' bar; every axis also stands beside its name. */
const COLOURS = ['sky', 'mint', 'lemon', 'peach', 'lilac', 'rose', 'sand'] as const;

/** `number` counts from 1; the colours come again after the last one. */
export function axisColour(number: number): (typeof COLOURS)[number] {
	return COLOURS[(number - 1) % COLOURS.length] ?? 'sand';
}

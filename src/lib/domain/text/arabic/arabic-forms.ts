/** A letter's presentation forms; letters that do not join onwards have the first two only. */
export interface LetterForms {
	readonly isolated: string;
	readonly final: string;
	readonly initial?: string;
	readonly medial?: string;
}

/** The forms of each Arabic letter, which Unicode has in this order from U+FE80 to U+FEF4. */
export const LETTER_FORMS: ReadonlyMap<string, LetterForms> = formsBetween(0xfe80, 0xfef4);

/** What a form is joined to: the letter after it, the letter before it. */
export interface Joins {
	readonly onwards: boolean;
	readonly back: boolean;
}

const NO_JOINS: Joins = { onwards: false, back: false };

/** Lam and alef are one form; a letter with a single form, as hamza, is never joined. */
const JOINS: ReadonlyMap<string, Joins> = new Map(
	[...LETTER_FORMS.values(), ...formsBetween(0xfef5, 0xfefc).values()].flatMap(joinsOfForms)
);

/** How a presentation form is joined; anything else is not, as a letter of a keyboard says nothing of it. */
export function joinsOf(character: string): Joins {
	return JOINS.get(character) ?? NO_JOINS;
}

/** Unicode's compatibility mapping names the letter that each form belongs to. */
function formsBetween(first: number, last: number): Map<string, LetterForms> {
	const found = new Map<string, string[]>();
	for (let point = first; point <= last; point++) {
		const form = String.fromCodePoint(point);
		const letter = form.normalize('NFKC');
		found.set(letter, [...(found.get(letter) ?? []), form]);
	}
	return new Map(
		[...found].map(([letter, [isolated = letter, final = isolated, initial, medial]]) => [
			letter,
			{ isolated, final, ...(initial && medial ? { initial, medial } : {}) }
		])
	);
}

function joinsOfForms({ isolated, final, initial, medial }: LetterForms): [string, Joins][] {
	const joins: [string, Joins][] = [];
	if (final !== isolated) joins.push([final, { onwards: false, back: true }]);
	if (initial) joins.push([initial, { onwards: true, back: false }]);
	if (medial) joins.push([medial, { onwards: true, back: true }]);
	return joins;
}

/** What a key event carries that decides. */
export type KeyPress = Pick<
	KeyboardEvent,
	'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'
>;

/**
 * True when Ctrl or ⌘ and this letter (a to z) were pressed, with Shift or without. The character decides, so
 * that every Latin layout has its Z where it says Z, as AZERTY. A layout that writes no Latin letters, as
 * the Arabic one, has the letter where the key carries it beside its own.
 */
export function isCommand(press: KeyPress, letter: string): boolean {
	return (press.ctrlKey || press.metaKey) && !press.altKey && letterOf(press) === letter;
}

/** The Latin letter that a key stands for, in small: what it writes, else what the keyboard carries there. */
export function letterOf({ key, code }: Pick<KeyPress, 'key' | 'code'>): string {
	const letter = /^[a-z]$/i.test(key) ? key : code.replace(/^Key/, '');
	return letter.toLowerCase();
}

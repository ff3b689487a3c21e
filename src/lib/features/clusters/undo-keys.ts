/** What a key event carries that decides. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

/** Whether Ctrl or Cmd and this letter were pressed, by {@link isLetter}. */
export function isCommand(press: KeyPress, letter: string): boolean {
	return (press.ctrlKey || press.metaKey) && isLetter(press, letter);
}

/** Undo and redo: Ctrl+Z and Ctrl+Shift+Z, or with Cmd. */
export function undoKey(press: KeyPress): 'undo' | 'redo' | undefined {
	if (!isCommand(press, 'z')) return undefined;
	return press.shiftKey ? 'redo' : 'undo';
}

/**
 * The character decides, so that every Latin layout has its own Z where it is written. A layout that
 * writes no Latin letters, as the Arabic one, has the letter where the key carries it beside its own.
 */
function isLetter({ key, code }: KeyPress, letter: string): boolean {
	return /^[a-z]$/i.test(key)
		? key.toLowerCase() === letter
		: code === `Key${letter.toUpperCase()}`;
}

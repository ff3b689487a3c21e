/**
 * The step that a key asks for: Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo (⌘ alike). By the character, so
 * that it is the key that says Z on AZERTY; where the layout writes no Latin letters, as an Arabic one, by
 * its place. Undefined in a field, which has an undo of its own.
 */
export function undoKey(event: KeyboardEvent): 'undo' | 'redo' | undefined {
	if (!(event.ctrlKey || event.metaKey) || event.altKey || isField(event.target)) return undefined;
	const key = event.key.toLowerCase();
	const letter = /^[a-z]$/.test(key) ? key : event.code.replace(/^Key/, '').toLowerCase();
	if (letter === 'z') return event.shiftKey ? 'redo' : 'undo';
	return letter === 'y' && !event.shiftKey ? 'redo' : undefined;
}

function isField(target: EventTarget | null): boolean {
	return target instanceof Element && target.closest('input, textarea, [contenteditable]') !== null;
}

import { isCommand, type KeyPress } from './command-key.ts';

/**
 * The step that a key asks for: Ctrl+Z undoes, Ctrl+Shift+Z and Ctrl+Y redo, ⌘ alike; by `isCommand` on any
 * layout. Undefined in a field that has an undo of its own.
 */
export function undoKey(
	press: KeyPress & Pick<KeyboardEvent, 'target'>
): 'undo' | 'redo' | undefined {
	if (undoesItself(press.target)) return undefined;
	if (isCommand(press, 'z')) return press.shiftKey ? 'redo' : 'undo';
	return isCommand(press, 'y') && !press.shiftKey ? 'redo' : undefined;
}

/** Takes the step that the key asks for, if it asks for one, and keeps the browser from taking its own. */
export function undoByKey(
	event: KeyboardEvent,
	steps: { undo(): void; redo(): void } | undefined
): void {
	const step = steps && undoKey(event);
	if (!step) return;
	event.preventDefault();
	steps[step]();
}

/** Where text is typed the browser undoes; a box to tick is no text. */
function undoesItself(target: EventTarget | null): boolean {
	return (
		target instanceof Element &&
		target.closest(
			'textarea, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])'
		) !== null
	);
}

import { isCommand, type KeyPress } from './command-key.ts';

/** What is done by key on the run page. */
export type RunKey = 'next' | 'close' | 'timer' | 'more' | 'less';

/** As browsers and screen readers are told of them; ⌘ serves as Ctrl does. */
export const RUN_KEYS: Readonly<Record<RunKey, string>> = {
	next: 'Control+Enter',
	close: 'Control+Shift+Enter',
	timer: 'Control+K',
	more: 'Control+ArrowUp',
	less: 'Control+ArrowDown'
};

/** The same as people read them on their keys. */
export const RUN_KEY_WORDS: Readonly<Record<RunKey, string>> = {
	next: 'Ctrl ↵',
	close: 'Ctrl ⇧ ↵',
	timer: 'Ctrl K',
	more: 'Ctrl ↑',
	less: 'Ctrl ↓'
};

/**
 * What a key asks for on the run page: the next step, closing and opening writing, stopping and starting the time,
 * a minute more or less. Enter and arrows are the same on every layout; K is known as `isCommand` knows it. Rule
 * [KB2].
 */
export function runKey(press: KeyPress): RunKey | undefined {
	if (isCommand(press, 'k') && !press.shiftKey) return 'timer';
	if (!(press.ctrlKey || press.metaKey) || press.altKey) return undefined;
	if (press.key === 'Enter') return press.shiftKey ? 'close' : 'next';
	if (press.shiftKey) return undefined;
	return press.key === 'ArrowUp' ? 'more' : press.key === 'ArrowDown' ? 'less' : undefined;
}

/**
 * Presses the button that says it is done by this key, with the question that it may ask first; nothing while a
 * dialog is open, and the arrows keep their own work where text is typed. True when there was one.
 */
export function pressByKey(event: KeyboardEvent): boolean {
	const key = runKey(event);
	if (!key || document.querySelector('dialog[open]')) return false;
	const typing =
		event.target instanceof Element && event.target.closest('textarea, input, select') !== null;
	if (typing && (key === 'more' || key === 'less')) return false;
	const button = document.querySelector<HTMLElement>(`[data-run-key="${key}"]`);
	if (!button) return false;
	event.preventDefault();
	button.focus();
	button.click();
	return true;
}

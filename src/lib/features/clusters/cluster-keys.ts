import { letterOf, type KeyPress } from '#lib/features/keyboard/command-key.ts';

/** What a key does on the page of the clusters. */
export type ClusterKey = 'put' | 'new' | 'clear';

/**
 * What a key does with the chosen notes, or the one that has the focus: Enter puts them into the last used
 * cluster, N makes a new one of them, on every layout, Escape chooses none. Undefined for keys that text fields,
 * buttons, links and open dialogs have for themselves. Rule [CL12].
 */
export function clusterKey(press: KeyPress, target: EventTarget | null): ClusterKey | undefined {
	if (press.ctrlKey || press.metaKey || press.altKey || !isFree(target)) return undefined;
	if (press.key === 'Enter') return 'put';
	if (press.key === 'Escape') return 'clear';
	return letterOf(press) === 'n' ? 'new' : undefined;
}

/** A note, or the page itself, is what has the focus. */
function isFree(target: EventTarget | null): boolean {
	if (!(target instanceof Element) || document.querySelector('dialog[open]')) return false;
	if (target instanceof HTMLInputElement) return target.type === 'checkbox';
	return !target.closest('a, button, input, textarea, select, [contenteditable]');
}

import * as Y from 'yjs';

/** Turns `text` into `wanted` by replacing only what differs, never cutting a surrogate pair in two. */
export function spliceText(text: Y.Text, wanted: string): void {
	const { at, removed, inserted } = spliceBetween(text.toString(), wanted);
	if (removed > 0) text.delete(at, removed);
	if (inserted !== '') text.insert(at, inserted);
}

/** What turns one text into another: at `at`, UTF-16 units to take out and what to put there. */
export interface Splice {
	readonly at: number;
	readonly removed: number;
	readonly inserted: string;
}

export function spliceBetween(current: string, wanted: string): Splice {
	let start = 0;
	while (start < current.length && start < wanted.length && current[start] === wanted[start])
		start++;
	if (isLowSurrogate(current, start) || isLowSurrogate(wanted, start)) start--;
	let end = 0;
	const most = Math.min(current.length, wanted.length) - start;
	while (end < most && current.at(-1 - end) === wanted.at(-1 - end)) end++;
	if (end > 0 && isLowSurrogate(wanted, wanted.length - end)) end--;
	return {
		at: start,
		removed: current.length - end - start,
		inserted: wanted.slice(start, wanted.length - end)
	};
}

/** Both wordings' changes to `base`, as two people would have made them at once. */
export function mergeTexts(base: string, present: string, wanted: string): string {
	if (present === base || present === wanted) return wanted;
	if (wanted === base) return present;
	const start = new Y.Doc();
	start.getText().insert(0, base);
	const first = Y.encodeStateAsUpdate(start);
	const [one, other] = [present, wanted].map((wording) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, first);
		spliceText(doc.getText(), wording);
		return doc;
	}) as [Y.Doc, Y.Doc];
	Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
	return one.getText().toString();
}

/** Where a caret of the text `before` belongs once it reads `after`: behind the same characters. */
export function movedCaret(before: string, after: string, caret: number): number {
	const { at, removed, inserted } = spliceBetween(before, after);
	if (caret <= at) return caret;
	if (caret >= at + removed) return caret - removed + inserted.length;
	return at + inserted.length;
}

function isLowSurrogate(text: string, index: number): boolean {
	const unit = text.charCodeAt(index);
	return unit >= 0xdc00 && unit <= 0xdfff;
}

import { withoutChatMarks } from './chat-marks.ts';
import { plainLineBreaks } from '../line-breaks.ts';
import { plainLetters } from '../arabic/plain-letters.ts';

/** Characters that nobody sees: joiners, marks of direction, and those that choose how a sign is drawn. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060-\u2069\uFEFF]|[\uFE0E\uFE0F]/gu;
/** Breaks inside a paragraph. */
const SOFT_BREAK = /[\v\u2028]/gu;

/**
 * A pasted list as it is read: composed, without what nobody sees, with plain breaks and letters, and without the marks
 * of chats. Among rows of cells a soft break stands inside a cell, and is a space.
 */
export function pastedText(pasted: string): string {
	const seen = pasted.normalize('NFC').replace(UNSEEN, '');
	const inRows = seen.includes('\t') && /[\r\n]/u.test(seen.trim());
	const broken = inRows ? seen.replace(SOFT_BREAK, ' ') : seen;
	return withoutChatMarks(plainLetters(plainLineBreaks(broken)));
}

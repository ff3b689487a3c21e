/**
 * Words between the marks by which chats and Markdown write bold, italic, struck and fixed letters: the same one to
 * three signs on both sides, without a space inside. A word with such a sign in it, as snake_case, has none.
 */
const MARKED =
	/(?<![\p{L}\p{N}])(\*{1,3}|_{1,3}|~{1,2}|`{1,3})(?=\S)([^\n]{0,200}?\S)\1(?![\p{L}\p{N}])/gu;

/** Marks inside one another that are taken off: bold, italic and struck at once are three. */
const DEEPEST = 3;

/** The text without the marks of chats; the words between them stay. */
export function withoutChatMarks(text: string): string {
	let plain = text;
	for (let depth = 0; depth < DEEPEST; depth++) plain = plain.replace(MARKED, '$2');
	return plain;
}

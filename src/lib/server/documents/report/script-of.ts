import { m } from '#lib/paraglide/messages.js';
import type { DocumentWords } from '../content/document-words.ts';

/**
 * In which letters a contribution is written: most of them decide. What the app knows of the language of a
 * note is its letters alone, and whose phone was set to which language is not told.
 */
export function scriptOf(text: string, { say }: DocumentWords): string {
	const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
	const arabic = count(/\p{Script=Arabic}/gu);
	const tifinagh = count(/\p{Script=Tifinagh}/gu);
	const latin = count(/\p{Script=Latin}/gu);
	const most = Math.max(arabic, tifinagh, latin);
	if (most === 0) return '–';
	if (most === arabic) return say(m.document_script_arabic);
	return say(most === tifinagh ? m.document_script_tifinagh : m.document_script_latin);
}

import { m } from '#lib/paraglide/messages.js';
import type { HeadingBlock } from './document-content.ts';
import type { DocumentWords } from './document-words.ts';

/** The heading of an annex, `index` counting from 0: Annexe A, ملحق أ. */
export function annexHeading(index: number, title: string, words: DocumentWords): HeadingBlock {
	const { say, locale } = words;
	const letter = [...say(m.document_annex_letters)][index] ?? String(index + 1);
	return {
		kind: 'heading',
		level: 1,
		code: m.document_annex({ letter }, { locale }),
		text: words.quoted(title)
	};
}

import { linesOf } from '#lib/domain/text/line-breaks.ts';
import { EDITOR_WORDS } from '#lib/words/editor-words.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { ReportNote } from './gather-report.ts';

/** The words of a contribution, and under them who changed them, where somebody else than its author did. */
export function contributionLines(
	{ text, editedBy }: Pick<ReportNote, 'text' | 'editedBy'>,
	{ say }: DocumentWords
): string[] {
	const lines = linesOf(text);
	return editedBy === null ? lines : [...lines, `(${say(EDITOR_WORDS[editedBy])})`];
}

import type { FileChild } from 'docx';
import type { ActionSheetContent } from '../content/document-content.ts';
import { PALETTE } from '../content/document-palette.ts';
import { wordHeading, type OutlineEntry } from './docx-contents.ts';
import type { WordTables } from './docx-table.ts';
import type { WordText } from './docx-text.ts';

/** An action on a page of its own. */
export function wordActionSheet(
	sheet: ActionSheetContent,
	entry: OutlineEntry,
	text: WordText,
	tables: WordTables,
	pageBreakBefore: boolean
): FileChild[] {
	return [
		text.paragraph(sheet.place, { style: 'SheetPlace', pageBreakBefore }),
		wordHeading(
			entry,
			[{ text: sheet.code, color: PALETTE.primary }, { text: '\u2002' }, { text: sheet.title }],
			text
		),
		text.paragraph(
			sheet.chips.flatMap((chip, index) => [
				...(index > 0 ? [{ text: '\u2002' }] : []),
				{
					text: `\u00A0${chip.text}\u00A0`,
					bold: true,
					shading: { fill: chip.warm ? PALETTE.warmSoft : PALETTE.primarySoft }
				}
			]),
			{ style: 'TableText', before: 1, after: 4, keepNext: true }
		),
		tables.bars(sheet.readiness.ready, sheet.readiness.of),
		text.bare([], { style: 'Gap' }),
		tables.fields([readinessField(sheet), ...sheet.fields]),
		...sheet.parts.flatMap(({ title, content }) => [
			text.paragraph(title, { style: 'Heading4' }),
			'table' in content
				? tables.table(content.table)
				: text.paragraph(content.text, { style: 'Muted' })
		]),
		text.paragraph(sheet.provenance.title, { style: 'Heading4' }),
		sheet.provenance.fields.length > 0
			? tables.fields(sheet.provenance.fields)
			: text.paragraph(sheet.provenance.none, { style: 'Muted' })
	];
}

/** How many required fields are there, and in words which are not. */
function readinessField({ readiness }: ActionSheetContent): ActionSheetContent['fields'][number] {
	return {
		label: readiness.title,
		value: {
			lines: [`${readiness.score} · ${readiness.text}`],
			missing: !readiness.complete
		}
	};
}

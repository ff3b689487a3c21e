import { csvText } from '#lib/domain/text/csv.ts';
import { cleanText } from '../content/clean-text.ts';
import type { WorkbookContent } from '../content/workbook-content.ts';

/** The first list of a workbook as a file that spreadsheets open as it is; what is not known stays empty. */
export function csvFile({ sheets, watermark }: WorkbookContent): Uint8Array {
	const [sheet] = sheets;
	if (!sheet) throw new RangeError('a workbook without a list');
	const told = <T>(row: readonly T[]): T[] =>
		row.filter((_value, at) => sheet.columns[at]?.byHand !== true);
	const rows = sheet.rows.map((row) =>
		told(row).map((value) => (typeof value === 'string' ? cleanText(value) : (value ?? '')))
	);
	const head = told(sheet.columns).map((column) => column.head);
	return new TextEncoder().encode(csvText([...(watermark ? [[watermark]] : []), head, ...rows]));
}

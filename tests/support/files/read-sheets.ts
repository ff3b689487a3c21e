import { readZip } from './read-zip.ts';

/** What stands in a cell of a workbook; null in an empty one. */
export type SheetValue = string | number | null;

/** The worksheets of a workbook in their order, each as its rows, the head among them. */
export function readSheets(workbook: Uint8Array): SheetValue[][][] {
	const files = readZip(workbook);
	const strings = elements(files.get('xl/sharedStrings.xml') ?? '', 'si').map((si) =>
		elements(si, 't').map(unescaped).join('')
	);
	const sheets: SheetValue[][][] = [];
	for (let number = 1; files.has(`xl/worksheets/sheet${number}.xml`); number++) {
		const xml = files.get(`xl/worksheets/sheet${number}.xml`) ?? '';
		sheets.push(elements(xml, 'row').map((row) => cellsOf(row, strings)));
	}
	return sheets;
}

function cellsOf(row: string, strings: readonly string[]): SheetValue[] {
	const cells: SheetValue[] = [];
	for (const [, letters = '', attributes = '', content = ''] of row.matchAll(
		/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g
	)) {
		const [value] = elements(content, 'v');
		const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
		while (cells.length < column - 1) cells.push(null);
		if (value === undefined) cells.push(null);
		else cells.push(attributes.includes('t="s"') ? (strings[Number(value)] ?? '') : Number(value));
	}
	return cells;
}

function elements(xml: string, name: string): string[] {
	const pattern = new RegExp(`<${name}(?: [^>]*)?>([\\s\\S]*?)</${name}>`, 'g');
	return [...xml.matchAll(pattern)].map(([, content = '']) => content);
}

function unescaped(text: string): string {
	return text
		.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&apos;/g, "'")
		.replace(/&amp;/g, '&');
}

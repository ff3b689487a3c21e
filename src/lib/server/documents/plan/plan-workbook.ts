import { placeOf } from '#lib/domain/ballots/places.ts';
import { textIn, type Locale } from '#lib/domain/text/locale.ts';
import type { GroupFigure } from '#lib/domain/workshops/workshop-figures.ts';
import { m } from '#lib/paraglide/messages.js';
import { unitsHead } from '../workshop/workshop-sections.ts';
import { documentWords, type DocumentWords } from '../content/document-words.ts';
import type { WorkbookContent, Worksheet, WorksheetValue } from '../content/workbook-content.ts';
import {
	amountsByAxis,
	amountsBySource,
	amountsByStatus,
	type AmountLine
} from './financing-section.ts';
import {
	ACTION_COLUMNS,
	FINANCING_COLUMNS,
	planRows,
	type WorksheetColumn
} from './plan-columns.ts';
import type { PlanDocument } from './plan-document.ts';

/** The plan as lists: actions, financing lines, sums, participants and priorities. */
export function planWorkbook(document: PlanDocument, locale: Locale): WorkbookContent {
	const words = documentWords(locale);
	const { say } = words;
	const rows = planRows(document);
	return {
		locale,
		watermark: document.workshop.example ? say(m.document_watermark) : null,
		sheets: [
			listOf(say(m.document_sheet_actions), ACTION_COLUMNS, rows, words),
			listOf(
				say(m.document_sheet_financing),
				FINANCING_COLUMNS,
				rows.flatMap((row) => row.entry.action.financing.map((line) => ({ ...row, line }))),
				words
			),
			totalsWorksheet(document, words),
			participantsWorksheet(document, words),
			clustersWorksheet(document, words)
		]
	};
}

function listOf<T>(
	name: string,
	columns: readonly WorksheetColumn<T>[],
	items: readonly T[],
	words: DocumentWords
): Worksheet {
	return {
		name,
		named: true,
		columns: columns.map((column) => ({ head: words.say(column.head), width: column.width })),
		rows: items.map((item) => columns.map((column) => column.value(item, words)))
	};
}

function totalsWorksheet(document: PlanDocument, words: DocumentWords): Worksheet {
	const { say } = words;
	const parts: [string, readonly AmountLine[]][] = [
		[say(m.document_by_axis), amountsByAxis(document, words)],
		[say(m.document_by_source), amountsBySource(document)],
		[say(m.document_by_status), amountsByStatus(document, words)]
	];
	const rows: WorksheetValue[][] = [];
	const strong = new Set<number>();
	for (const [title, lines] of parts) {
		strong.add(rows.length);
		rows.push([title, null]);
		for (const line of lines) rows.push([line.name, line.amount]);
		strong.add(rows.length);
		rows.push([say(m.document_total), lines.reduce((sum, line) => sum + line.amount, 0)]);
		rows.push([null, null]);
	}
	return {
		name: say(m.document_sheet_totals),
		columns: [
			{ head: say(m.document_financing_chapter), width: 70 },
			{ head: say(m.plan_amount), width: 18 }
		],
		rows,
		strong
	};
}

function participantsWorksheet(document: PlanDocument, words: DocumentWords): Worksheet {
	const { say, locale } = words;
	const told = (value: GroupFigure) => (value === 'later' ? say(m.document_later) : value);
	return {
		name: say(m.document_sheet_participants),
		columns: [
			{ head: say(m.document_category), width: 70 },
			{ head: say(m.document_expected), width: 12 },
			{ head: say(m.document_present), width: 12 },
			{ head: say(m.document_notes), width: 12 }
		],
		rows: [
			...document.participants.map((row) => [
				textIn(row.name, locale),
				row.expected,
				told(row.present),
				told(row.notes)
			]),
			[
				say(m.document_total),
				document.participants.reduce((sum, row) => sum + row.expected, 0),
				document.counts.participants,
				document.counts.notes
			]
		],
		strong: new Set([document.participants.length])
	};
}

function clustersWorksheet(document: PlanDocument, words: DocumentWords): Worksheet {
	const { say, locale } = words;
	const units = new Set(document.clusters.flatMap(({ place }) => place?.unit ?? []));
	return {
		name: say(m.document_sheet_clusters),
		columns: [
			{ head: say(m.document_rank), width: 10 },
			{ head: say(m.document_cluster), width: 60 },
			{ head: say(m.document_notes), width: 12 },
			{ head: unitsHead(units, words), width: 12 }
		],
		rows: document.clusters.map((cluster) => [
			(cluster.place && placeOf(cluster.place)?.rank) ?? null,
			textIn(cluster.title, locale) || say(m.document_cluster_unnamed),
			cluster.notes,
			cluster.place?.score ?? null
		])
	};
}

import { FINANCING_STATUSES } from '#lib/domain/plan/action-fields.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Block, Section, TableContent } from '../content/document-content.ts';
import type { DocumentWords } from '../content/document-words.ts';
import type { PlanDocument } from './plan-document.ts';
import { axisTitle } from './plan-table-section.ts';

/** A name and its amount in whole dirhams. */
export interface AmountLine {
	readonly name: string;
	readonly amount: number;
}

/** The plan's money by axis, by source and by how sure it is, each with its total, and what is missing. */
export function financingSection(document: PlanDocument, words: DocumentWords): Section {
	const { say } = words;
	const part = (title: string, lines: readonly AmountLine[]): Block[] => [
		{ kind: 'heading', level: 2, text: title },
		{ kind: 'table', table: amountsTable(lines, title, words) }
	];
	const sources = amountsBySource(document);
	const blocks: Block[] = [
		{ kind: 'heading', level: 1, text: say(m.document_financing_chapter) },
		...part(say(m.document_by_axis), amountsByAxis(document, words))
	];
	if (sources.length > 0) {
		blocks.push(
			...part(say(m.document_by_source), sources),
			...part(say(m.document_by_status), amountsByStatus(document, words))
		);
	} else {
		blocks.push({ kind: 'paragraph', tone: 'muted', text: say(m.document_no_financing) });
	}
	const { unfinanced, overfinanced } = document.figures;
	for (const [word, amount] of [
		[m.document_unfinanced, unfinanced],
		[m.document_overfinanced, overfinanced]
	] as const) {
		if (amount === 0) continue;
		const label = say(word);
		const value = words.money(amount);
		blocks.push({
			kind: 'paragraph',
			tone: 'warning',
			text: m.document_colon({ label, value }, words)
		});
	}
	return { landscape: false, blocks };
}

/** The cost of each axis, with the total. */
export function costByAxisTable(document: PlanDocument, words: DocumentWords): TableContent {
	return amountsTable(amountsByAxis(document, words), words.say(m.document_cost_by_axis), words);
}

export function amountsByAxis(document: PlanDocument, words: DocumentWords): AmountLine[] {
	return document.axes.map((axis) => ({ name: axisTitle(axis, words), amount: axis.cost }));
}

/** Largest first. */
export function amountsBySource({ figures }: PlanDocument): AmountLine[] {
	return [...figures.bySource]
		.map(([name, amount]) => ({ name, amount }))
		.sort((a, b) => b.amount - a.amount);
}

/** From confirmed to what is still to be found; statuses without money are left out. */
export function amountsByStatus({ figures }: PlanDocument, words: DocumentWords): AmountLine[] {
	return FINANCING_STATUSES.flatMap((status) => {
		const amount = figures.byStatus.get(status);
		return amount === undefined ? [] : [{ name: words.funds(status), amount }];
	});
}

function amountsTable(
	lines: readonly AmountLine[],
	caption: string,
	words: DocumentWords
): TableContent {
	const { say, number } = words;
	const total = sum(lines);
	const row = (kind: 'body' | 'total', name: string, amount: number) => ({
		kind,
		cells: [{ lines: [name] }, { lines: [number(amount)] }, { lines: [words.share(amount, total)] }]
	});
	return {
		caption,
		columns: [
			{ head: caption, share: 62, align: 'start' },
			{ head: say(m.plan_amount), share: 23, align: 'figure' },
			{ head: say(m.document_share), share: 15, align: 'figure' }
		],
		rows: [
			...lines.map((line) => row('body', line.name, line.amount)),
			row('total', say(m.document_total), total)
		]
	};
}

function sum(lines: readonly AmountLine[]): number {
	return lines.reduce((total, line) => total + line.amount, 0);
}

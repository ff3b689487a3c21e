import { m } from '#lib/paraglide/messages.js';
import { EDITOR_WORDS } from '#lib/words/editor-words.ts';
import { documentWords } from '#lib/server/documents/content/document-words.ts';
import { FINANCING_STATUSES } from '#lib/domain/plan/action-fields.ts';
import type { RankedOption, VoteResults } from '#lib/domain/votes/publication.ts';
import type { GroupFigures } from '#lib/domain/workshops/workshop-figures.ts';
import type { WorkshopData } from '#lib/server/documents/data/workshop-json.ts';
import { FIELD_WORDS, type Word } from '#lib/words/plan-words.ts';
import type { SheetValue } from '../files/read-sheets.ts';
import { PARITY_LOCALE, titled, type WrittenWorkshop } from './written-workshop.ts';

/**
 * Who tells of a workshop: the pages and, of people, the list of who is there; the Word and PDF documents of
 * the plan, the report in Word, the sheet, the data as JSON, and the JSON interface. Word and PDF draw one content, and of a PDF a test can read the bookmarks alone.
 */
export type Writer = 'page' | 'list' | 'word' | 'report' | 'pdf' | 'sheet' | 'json' | 'api';

/** How to read one fact from what each writer that tells it wrote. */
export type ToldFact = Readonly<Partial<Record<Writer, (written: WrittenWorkshop) => unknown>>>;

const OPTIONS = { locale: PARITY_LOCALE } as const;
const WORDS = documentWords(PARITY_LOCALE);

/** Stand in a sentence for a word that is asked for, and for whatever else. */
const ASKED = '\uE000';
const ANY = '\uE001';
const turnout = m.document_turnout({ voters: ASKED, all: ASKED }, OPTIONS);
const cited = m.document_vote_cited({ name: ANY, date: ANY, voters: ASKED, all: ASKED }, OPTIONS);
const published = m.document_vote_published({ date: ANY, fingerprint: ASKED }, OPTIONS);

/** Everything that more than one writer tells. Whoever tells one of these elsewhere adds a reader here. */
export const TOLD: Readonly<Record<string, ToldFact>> = {
	'people who are there': {
		page: ({ page }) => page.overview.participants,
		list: ({ page }) => page.people,
		word: ({ word }) => Number(participantsTable(word).at(-1)?.[2]),
		report: ({ report }) => Number(participantsTable(report).at(-1)?.[2]),
		sheet: ({ sheets }) => sheets[3]?.at(-1)?.[2],
		json: ({ json }) => json.people,
		api: ({ api }) => api.figures.counts.participants
	},
	'people by category, where they may be told': {
		word: ({ word }) => byName(participantsTable(word).slice(1, -1), 2),
		report: ({ report }) => byName(participantsTable(report).slice(1, -1), 2),
		sheet: ({ sheets }) => byName(sheets[3]?.slice(1, -1), 2),
		json: ({ json, names }) => toldByGroup(json.groups, ({ people }) => people, names.group),
		api: ({ api, names }) => toldByGroup(inGroups(api), ({ people }) => people, names.group)
	},
	notes: {
		page: ({ page }) => page.overview.notes,
		word: ({ word }) => Number(participantsTable(word).at(-1)?.[3]),
		report: (written) => contributions(written).length,
		sheet: ({ sheets }) => sheets[3]?.at(-1)?.[3],
		json: ({ json }) => json.notes.length,
		api: ({ api }) => api.figures.counts.notes
	},
	'notes by activity': {
		page: ({ page }) => Object.fromEntries(page.notes),
		json: ({ json }) => countBy(json.notes, ({ activity }) => activity),
		api: ({ api }) => api.figures.notes_by_activity
	},
	'notes by column': {
		json: ({ json }) => countBy(json.notes, ({ activity, column }) => `${activity}/${column}`),
		api: ({ api }) => api.figures.notes_by_column
	},
	'notes by category, where they may be told': {
		word: ({ word }) => byName(participantsTable(word).slice(1, -1), 3),
		report: ({ report }) => byName(participantsTable(report).slice(1, -1), 3),
		sheet: ({ sheets }) => byName(sheets[3]?.slice(1, -1), 3),
		json: ({ json, names }) => toldByGroup(json.groups, ({ notes }) => notes, names.group),
		api: ({ api, names }) => toldByGroup(inGroups(api), ({ notes }) => notes, names.group)
	},
	'which figures by category are told later': {
		json: ({ json, names }) => reasonsOf(json.groups, names.group),
		api: ({ api, names }) => reasonsOf(inGroups(api), names.group)
	},
	'notes of each cluster': {
		page: ({ page }) =>
			Object.fromEntries(
				page.material.clusters.map(({ title, notes }) => [titled(title), notes.length])
			),
		word: (written) => withoutNull(byTitle(clustersTable(written).slice(1), 2)),
		report: (written) => {
			const told = contributions(written).flatMap(([, , , cluster]) => cluster || []);
			return countBy(told, (cluster) => cluster);
		},
		sheet: ({ sheets }) => withoutNull(byTitle(sheets[4]?.slice(1), 2)),
		json: ({ json }) =>
			Object.fromEntries(json.clusters.map(({ title, notes }) => [titled(title), notes.length]))
	},
	'score of each cluster in the vote that is cited': {
		page: ({ page }) =>
			Object.fromEntries(placesOf(page.results).map(({ title, score }) => [titled(title), score])),
		word: (written) => withoutNull(byTitle(clustersTable(written).slice(1), 3)),
		report: ({ report }) =>
			byTitle(tableWith(report.tables, m.document_rank({}, OPTIONS)).slice(1), 2),
		sheet: ({ sheets }) => withoutNull(byTitle(sheets[4]?.slice(1), 3)),
		json: ({ json, names }) =>
			Object.fromEntries(
				citedIn(json).map(({ cluster, score }) => [names.cluster(cluster), score])
			),
		api: ({ api }) =>
			Object.fromEntries(placesOf(api.results).map(({ title, score }) => [titled(title), score]))
	},
	'ranks in that vote': {
		page: ({ page }) => placesOf(page.results).map(({ title, rank }) => [titled(title), rank]),
		report: ({ report }) =>
			tableWith(report.tables, m.document_rank({}, OPTIONS))
				.slice(1)
				.map(([rank, title]) => [title, Number.parseInt(rank ?? '')]),
		word: (written) =>
			clustersTable(written)
				.slice(1)
				.flatMap(([rank, title]) => (rank === '' ? [] : [[title, Number.parseInt(rank ?? '')]])),
		sheet: ({ sheets }) =>
			(sheets[4] ?? []).slice(1).flatMap(([rank, title]) => (rank === null ? [] : [[title, rank]])),
		json: ({ json, names }) =>
			citedIn(json).map(({ cluster, rank }) => [names.cluster(cluster), rank]),
		api: ({ api, names }) => api.figures.dot_totals.map(({ id, rank }) => [names.cluster(id), rank])
	},
	'people who voted': {
		page: ({ page }) => page.results.voters,
		word: (written) => figureOf(written, m.document_figure_voters({}, OPTIONS)),
		json: ({ json }) => json.votes.find(({ cited }) => cited)?.voters,
		api: ({ api }) => api.figures.ballot_voters
	},
	'people who could vote, and the voters of them': {
		page: ({ page }) => [page.results.voters, page.results.electorate],
		word: ({ word }) => wordsOf(word, cited).map(Number),
		report: ({ report }) => wordsOf(report, turnout).map(Number),
		json: ({ json }) =>
			json.votes.flatMap(({ cited, voters, electorate }) => (cited ? [voters, electorate] : [])),
		api: ({ api }) => [api.results.voters, api.results.electorate]
	},
	'fingerprint of the vote': {
		page: ({ page }) => page.results.fingerprint,
		report: ({ report }) => wordsOf(report, published)[0],
		json: ({ json }) => json.votes.find(({ cited }) => cited)?.fingerprint,
		api: ({ api }) => api.results.fingerprint
	},
	'dots cast': {
		page: ({ page }) => page.results.outcome?.cast,
		json: ({ json }) => sum(citedIn(json).map(({ score }) => score)),
		api: ({ api }) => api.figures.dots_cast
	},
	proposals: {
		page: ({ page }) =>
			page.proposals.map(({ number, text, status, clusterIds, noteKeys }) => [
				...[number, text, status, clusterIds, noteKeys.length]
			]),
		json: ({ json }) =>
			json.proposals.map(({ number, text, status, clusters, notes }) => [
				...[number, text, status, clusters, notes.length]
			]),
		api: ({ api }) =>
			api.proposals.map(({ number, text, status, clusterIds, noteKeys }) => [
				...[number, text, status, clusterIds, noteKeys.length]
			])
	},
	'proposals with their status and the actions that grew from them': {
		page: ({ page }) =>
			page.proposals.map(({ number, text, status, actions }) => [
				...[number, titled(text), STATUSES[status]({}, OPTIONS)],
				actions.map(({ code }) => code)
			]),
		report: ({ report }) =>
			tableWith(report.tables, m.document_number({}, OPTIONS), 5)
				.slice(1)
				.map(([number, text, status, , actions = '']) => [
					...[Number(number), text, status],
					actions === m.document_no_action_yet({}, OPTIONS) ? [] : actions.split('\n')
				])
	},
	'contributions, whole': {
		json: ({ json }) =>
			json.notes
				.map(({ id, text, editedBy }) => [
					id,
					editedBy === null ? text : `${text}\n(${EDITOR_WORDS[editedBy]({}, OPTIONS)})`
				])
				.sort(byFirst),
		report: (written) =>
			contributions(written)
				.map(([id, , text]) => [id, text])
				.sort(byFirst)
	},
	'proposals that each action grew from': {
		page: ({ page }) =>
			outlined(page.outline).map(({ id, proposalIds }) => [
				id,
				page.proposals.flatMap((own) => (proposalIds.includes(own.id) ? [own.number] : []))
			]),
		json: ({ json, page }) =>
			outlined(page.outline).map(({ id }) => [
				id,
				json.plan.actions.find((other) => other.id === id)?.proposalIds.map(Number)
			]),
		api: ({ api, page }) =>
			outlined(page.outline).map(({ id }) => [
				id,
				api.proposals.flatMap(({ actions, number }) =>
					actions.some(({ actionId }) => actionId === id) ? [number] : []
				)
			])
	},
	'categories that were heard': {
		page: ({ page }) => page.proposals.map(({ categories }) => categories.map(({ id }) => id)),
		api: ({ api }) => api.proposals.map(({ categoryIds }) => categoryIds)
	},
	'axes in their order, with their numbers': {
		page: ({ page }) => page.overview.plan.axes.map(({ number, title }) => axis(number, title)),
		word: (written) => amountsTable(written).map(([name]) => name),
		pdf: ({ pdf }) => pdf.bookmarks.filter((title) => title.startsWith(AXIS)),
		sheet: ({ sheets }) => axisSums(sheets).map(([name]) => name),
		json: ({ json }) =>
			[...json.plan.axes]
				.sort((a, b) => a.position - b.position)
				.map(({ title }, at) => axis(at + 1, title))
	},
	'cost of each axis': {
		page: ({ page }) =>
			Object.fromEntries(page.overview.plan.axes.map(({ title, cost }) => [titled(title), cost])),
		word: (written) =>
			Object.fromEntries(
				amountsTable(written).map(([name, amount]) => [withoutAxis(name), whole(amount)])
			),
		sheet: ({ sheets }) =>
			Object.fromEntries(
				axisSums(sheets).map(([name, amount]) => [withoutAxis(String(name)), amount])
			),
		api: ({ api, names }) => renamed(api.figures.budget_by_axis_mad, names.axis)
	},
	'numbers of objectives': {
		page: ({ page }) =>
			page.outline.flatMap(({ objectives }) =>
				objectives.flatMap(({ code, title, actions }) =>
					actions.length > 0 ? [objective(code, titled(title))] : []
				)
			),
		word: ({ word }) => [...new Set(word.lines.flatMap((line) => OBJECTIVE.exec(line)?.[0] ?? []))]
	},
	'actions in their order, with codes and titles': {
		page: ({ page }) => outlined(page.outline).map(({ code, title }) => `${code} ${titled(title)}`),
		word: ({ word, page }) => headings(word.lines, page.actions.length),
		pdf: ({ pdf }) => pdf.bookmarks.filter((title) => /^\d+\.\d+\.\d+ /.test(title)),
		sheet: ({ sheets }) =>
			columnOf(sheets, FIELD_WORDS.title).map(
				(title, at) => `${String(columnOf(sheets, FIELD_WORDS.code)[at])} ${String(title)}`
			),
		json: ({ json, page }) =>
			outlined(page.outline).map(({ id }) => {
				const action = json.plan.actions.find((other) => other.id === id);
				return action && `${action.code} ${titled(action.title)}`;
			})
	},
	'descriptions, whole': {
		page: ({ page }) => descriptions(outlined(page.outline)),
		word: ({ word, page }) =>
			descriptions(outlined(page.outline)).filter((description) =>
				word.tables.some((table) => table.some(([, text]) => text === description))
			),
		sheet: ({ sheets }) =>
			columnOf(sheets, FIELD_WORDS.description).flatMap((description) => description ?? []),
		json: ({ json, page }) =>
			descriptions(
				outlined(page.outline).flatMap(
					({ id }) => json.plan.actions.find((other) => other.id === id) ?? []
				)
			)
	},
	'what was written into the texts of an action': {
		page: ({ page }) => page.texts,
		word: ({ word, page }) => found(page.texts, word.lines.join('\n')),
		sheet: ({ sheets, page }) => found(page.texts, sheets.slice(0, 2).flat(2).join('\n')),
		json: ({ json, page }) => found(page.texts, JSON.stringify(json.plan))
	},
	'who is responsible, whole': {
		page: ({ page }) =>
			outlined(page.outline).flatMap(({ responsible }) => responsible.map(({ name }) => name)),
		word: ({ word }) => fieldsOf(word.tables, FIELD_WORDS.responsible({}, OPTIONS)),
		sheet: ({ sheets }) =>
			columnOf(sheets, FIELD_WORDS.responsible).flatMap((names) => names ?? []),
		json: ({ json, page }) =>
			outlined(page.outline).flatMap(
				({ id }) =>
					json.plan.actions.find((other) => other.id === id)?.responsible.map(({ name }) => name) ??
					[]
			)
	},
	'cost of the plan': {
		page: ({ page }) => page.overview.plan.cost,
		word: (written) => figureOf(written, m.document_figure_cost({}, OPTIONS)),
		sheet: ({ sheets }) => totalAfter(sheets[2], m.document_by_axis({}, OPTIONS)),
		json: ({ json }) => sum(json.plan.actions.map(({ cost }) => cost ?? 0)),
		api: ({ api }) => api.figures.budget_total_mad
	},
	'money by how sure it is': {
		page: ({ page }) => positive(Object.entries(page.overview.plan.financing)),
		word: ({ word }) =>
			positive(
				FINANCING_STATUSES.flatMap((status) => {
					const table = tableWith(word.tables, m.document_by_status({}, OPTIONS));
					const row = table.find(([name]) => name === WORDS.funds(status));
					return row ? [[status, whole(row[1])]] : [];
				})
			),
		sheet: ({ sheets }) =>
			positive(
				FINANCING_STATUSES.flatMap((status) => {
					const row = sheets[2]?.find(([name]) => name === WORDS.funds(status));
					return row ? [[status, Number(row[1])]] : [];
				})
			),
		api: ({ api }) => positive(Object.entries(api.figures.budget_by_status_mad))
	}
};

const STATUSES = {
	draft: m.proposals_status_draft,
	adopted: m.proposals_status_adopted,
	amended: m.proposals_status_amended,
	referred: m.proposals_status_referred,
	rejected: m.proposals_status_rejected
};
const MISSING = m.document_missing({}, OPTIONS);
const LATER = [m.document_later({}, OPTIONS)];
const AXIS = m.document_axis_only({ number: '' }, OPTIONS).trimEnd();
const OBJECTIVE = new RegExp(objective('\\d+\\.\\d+', '.*'));

function axis(number: number, title: Parameters<typeof titled>[0]): string {
	return m.document_axis_named({ number: String(number), title: titled(title) }, OPTIONS);
}

function objective(number: string, title: string): string {
	return m.document_objective_named({ number, title }, OPTIONS);
}

/** «Axe 2 : …» without its number. */
function withoutAxis(name: string | undefined): string {
	return (name ?? '').replace(/^\D+\d+\s*:\s*/u, '');
}

function tableWith(
	tables: WrittenWorkshop['word']['tables'],
	head: string,
	columns?: number
): string[][] {
	return (
		tables.find(
			([first]) => first?.includes(head) && (columns === undefined || first.length === columns)
		) ?? []
	);
}

type WordFile = WrittenWorkshop['word'];

function participantsTable({ tables }: WordFile): string[][] {
	return tableWith(tables, m.document_present({}, OPTIONS));
}

/** The rows of the report's annex: number, column, text, cluster, letters. */
function contributions({ report }: WrittenWorkshop): string[][] {
	const rows = tableWith(report.tables, m.document_language({}, OPTIONS));
	return rows.filter(([id]) => /^n\d+$/.test(id ?? ''));
}

function byFirst(
	[a = '']: readonly (string | undefined)[],
	[b = '']: readonly (string | undefined)[]
): number {
	return a < b ? -1 : 1;
}

/** The whole one, not that of the first priorities. */
function clustersTable({ word }: WrittenWorkshop): string[][] {
	const head = m.document_rank({}, OPTIONS);
	return word.tables.filter(([first]) => first?.[0] === head).at(-1) ?? [];
}

/** The rows of the cost of each axis. */
function amountsTable({ word }: WrittenWorkshop): string[][] {
	return tableWith(word.tables, m.document_by_axis({}, OPTIONS)).slice(1, -1);
}

/** The cells under a head in the sheet of the actions. */
function columnOf(sheets: WrittenWorkshop['sheets'], head: Word): (SheetValue | undefined)[] {
	const [heads = [], ...rows] = sheets[0] ?? [];
	const at = heads.indexOf(head({}, OPTIONS));
	return rows.map((row) => row[at]);
}

function axisSums(sheets: WrittenWorkshop['sheets']): SheetValue[][] {
	const rows = sheets[2] ?? [];
	const from = rows.findIndex(([name]) => name === m.document_by_axis({}, OPTIONS)) + 1;
	return rows.slice(from, from + rows.slice(from).findIndex(isTotal));
}

function totalAfter(rows: SheetValue[][] | undefined, head: string): SheetValue | undefined {
	const from = rows?.findIndex(([name]) => name === head) ?? -1;
	return rows?.slice(from).find(isTotal)?.[1];
}

function isTotal([name]: readonly SheetValue[]): boolean {
	return name === m.document_total({}, OPTIONS);
}

/** The figure of the summary that stands over `label`. */
function figureOf({ word }: WrittenWorkshop, label: string): number | undefined {
	const cell = word.tables.flat(2).find((text) => text.endsWith(`\n${label}`));
	return cell === undefined ? undefined : whole(cell.split('\n')[0]);
}

/** What the action sheets say under a label, but for what is missing there. */
function fieldsOf(tables: WrittenWorkshop['word']['tables'], label: string): string[] {
	return tables
		.flat()
		.flatMap(([name, text]) => (name === label && text !== undefined ? [text] : []))
		.filter((text) => text !== MISSING);
}

/** The words that stand where a sentence of a Word file asks for them. */
function wordsOf({ lines }: WordFile, sentence: string): string[] {
	const pattern = RegExp.escape(sentence).replaceAll(ANY, '.*?').replaceAll(ASKED, '(.+?)');
	return new RegExp(pattern, 'u').exec(lines.join('\n'))?.slice(1) ?? [];
}

/** The headings of the actions in Word, which its contents name first. */
function headings(lines: readonly string[], actions: number): string[] {
	return lines
		.map((line) => line.replaceAll(/\s+/gu, ' ').trim())
		.filter((line) => /^\d+\.\d+\.\d+ /.test(line))
		.slice(-actions);
}

type Rows = readonly (readonly SheetValue[])[] | undefined;
type FiguresByName = Record<string, number | null>;

const byName = (rows: Rows, column: number): FiguresByName => figuresBy(0, rows, column);
const byTitle = (rows: Rows, column: number): FiguresByName => figuresBy(1, rows, column);

function figuresBy(name: 0 | 1, rows: Rows, column: number): FiguresByName {
	return Object.fromEntries(
		(rows ?? []).map((row) => [String(row[name]), figure(row[column])] as const)
	);
}

/** The number of a cell; null where it is withheld or empty. */
function figure(cell: SheetValue | undefined): number | null {
	if (typeof cell === 'number') return cell;
	return LATER.some((word) => word === cell) || cell === '' || cell == null ? null : whole(cell);
}

/** A whole number without what holds its thousands together. */
function whole(text: string | undefined): number {
	return Number((text ?? '').replaceAll(/\s/gu, ''));
}

function outlined(outline: WrittenWorkshop['page']['outline']) {
	return outline.flatMap(({ objectives }) => objectives.flatMap(({ actions }) => actions));
}

function found(texts: readonly string[], among: string): string[] {
	return texts.filter((text) => among.includes(text));
}

function descriptions(actions: readonly { readonly description: string }[]): string[] {
	return actions.flatMap(({ description }) => description || []);
}

function renamed<T>(map: Readonly<Record<string, T>>, name: (id: string) => string) {
	return Object.fromEntries(Object.entries(map).map(([id, value]) => [name(id), value]));
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
	const groups = Map.groupBy(items, keyOf);
	return Object.fromEntries([...groups].map(([key, group]) => [key, group.length]));
}

function withoutNull(map: FiguresByName): FiguresByName {
	return Object.fromEntries(Object.entries(map).filter(([, value]) => value !== null));
}

function positive(amounts: readonly (readonly [string, number])[]): Record<string, number> {
	return Object.fromEntries(amounts.filter(([, amount]) => amount > 0));
}

function sum(amounts: readonly number[]): number {
	return amounts.reduce((total, amount) => total + amount, 0);
}

/** A figure of each group by the names of its categories, null where it is withheld. */
function toldByGroup(
	groups: readonly GroupFigures[],
	figure: (group: GroupFigures) => GroupFigures['people'],
	nameOf: (ids: readonly string[]) => string
): Record<string, number | null> {
	return Object.fromEntries(
		groups.map((group) => {
			const told = figure(group);
			return [nameOf(group.categoryIds), typeof told === 'number' ? told : null];
		})
	);
}

function reasonsOf(
	groups: readonly GroupFigures[],
	nameOf: (ids: readonly string[]) => string
): [string, GroupFigures['people']][] {
	return groups
		.filter(({ people }) => typeof people === 'string')
		.map(({ categoryIds, people }) => [nameOf(categoryIds), people]);
}

function inGroups({ figures }: WrittenWorkshop['api']): GroupFigures[] {
	return figures.groups.map(({ categories, ...told }) => ({ categoryIds: categories, ...told }));
}

/** The options of a vote by rank; none where too few voted. */
function placesOf({ outcome }: Pick<VoteResults, 'outcome'>): readonly RankedOption[] {
	return outcome?.options ?? [];
}

/** The same in the workshop's data, of the vote that is cited. */
function citedIn({ votes }: WorkshopData) {
	return votes.find(({ cited }) => cited)?.totals ?? [];
}

import type { AccountActor } from '#lib/domain/people/actor.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import { joinedNames } from '#lib/domain/groups/joined-names.ts';
import { planTree, type TreeAxis } from '#lib/domain/plan/plan-tree.ts';
import type { DocumentOverview } from '#lib/domain/documents/document-overview.ts';
import type { ProposalSource } from '#lib/domain/proposals/provenance.ts';
import type { ResultsBody } from '#lib/server/api/vote.api.ts';
import type { VoteResults } from '#lib/domain/votes/publication.ts';
import { textIn, type LocalizedText } from '#lib/domain/text/locale.ts';
import type { FiguresBody } from '#lib/server/api/figure.api.ts';
import type { WorkshopData } from '#lib/server/documents/data/workshop-json.ts';
import type { ProposalMaterial } from '#lib/server/proposals/proposal.service.ts';
import { readPdf, type PdfFacts } from '../files/read-pdf.ts';
import { readSheets, type SheetValue } from '../files/read-sheets.ts';
import { readZip, wordTextOf } from '../files/read-zip.ts';
import type { HttpClient } from '../server/http-client.ts';
import type { LiveServer } from '../server/live-server.ts';

/** What each of the writers made of one workshop at one moment, as a reader takes it apart. */
export interface WrittenWorkshop {
	/** What the pages of facilitators show. */
	readonly page: {
		readonly overview: DocumentOverview;
		readonly people: number;
		readonly notes: ReadonlyMap<string, number>;
		readonly material: ProposalMaterial;
		readonly proposals: readonly ProposalSource[];
		readonly results: VoteResults;
		readonly outline: readonly TreeAxis[];
		readonly actions: readonly Action[];
		/** What somebody wrote into the texts of one action. */
		readonly texts: readonly string[];
	};
	readonly word: { readonly lines: readonly string[]; readonly tables: readonly string[][][] };
	/** The report of the workshop in Word. */
	readonly report: { readonly lines: readonly string[]; readonly tables: readonly string[][][] };
	readonly pdf: PdfFacts;
	/** Actions, financing, sums, participants, clusters. */
	readonly sheets: readonly SheetValue[][][];
	readonly json: WorkshopData;
	readonly api: {
		readonly figures: FiguresBody;
		readonly proposals: readonly ApiProposal[];
		readonly results: ResultsBody;
	};
	/** Names by the ids that JSON and API tell. */
	readonly names: {
		readonly category: (id: string) => string;
		/** Of categories that are told together. */
		readonly group: (ids: readonly string[]) => string;
		readonly cluster: (id: string) => string;
		readonly axis: (id: string) => string;
	};
}

export interface ApiProposal {
	readonly number: number;
	readonly text: LocalizedText;
	readonly status: string;
	readonly clusterIds: readonly string[];
	readonly noteKeys: readonly string[];
	readonly categoryIds: readonly string[];
	readonly actions: readonly { readonly actionId: string }[];
}

/** The language of the documents that are compared. */
export const PARITY_LOCALE = 'fr';

/** A title as the documents write it. */
export function titled(title: LocalizedText): string {
	return textIn(title, PARITY_LOCALE);
}

/** Lets every writer write. `voteId` is the vote that the workshop cites, `texts` are those of one action. */
export async function writeWorkshop(
	{ app }: LiveServer,
	browser: HttpClient,
	lead: AccountActor,
	{ workshopId, voteId, texts }: { workshopId: string; voteId: string; texts: readonly string[] }
): Promise<WrittenWorkshop> {
	const file = async (
		format: 'docx' | 'pdf' | 'xlsx',
		subject: 'plan' | 'report' = 'plan'
	): Promise<Uint8Array> =>
		(await app.documents.make(lead, workshopId, { subject, format, locale: PARITY_LOCALE })).bytes;
	const api = <T>(path: string): Promise<T> => browser.json<T>('GET', path);
	const base = `/api/workshops/${workshopId}`;
	const word = readZip(await file('docx')).get('word/document.xml') ?? '';
	const report = readZip(await file('docx', 'report')).get('word/document.xml') ?? '';
	const { plan } = await app.plans.read(lead, workshopId);
	const categories = await app.categories.list(lead, workshopId);
	const results = await app.votes.results(lead, workshopId, voteId);
	const material = await app.proposals.material(lead, workshopId);
	const proposals = await api<{ proposals: ApiProposal[] }>(`${base}/proposals`);
	return {
		page: {
			overview: await app.documents.overview(lead, workshopId),
			people: (await app.people.list(lead, workshopId)).filter(({ removed }) => !removed).length,
			// The boards of this workshop bear the ids of their activities.
			notes: await app.run.countNotes(lead, workshopId),
			material,
			proposals: await app.proposals.list(lead, workshopId),
			results,
			outline: planTree(plan).axes,
			actions: plan.actions,
			texts
		},
		word: { lines: wordTextOf(word).split('\n'), tables: wordTables(word) },
		report: { lines: wordTextOf(report).split('\n'), tables: wordTables(report) },
		pdf: readPdf(await file('pdf')),
		sheets: readSheets(await file('xlsx')),
		json: await api(`${base}/documents/data/json?language=${PARITY_LOCALE}`),
		api: {
			figures: await api(`${base}/figures`),
			proposals: proposals.proposals,
			results: await api(`/api/votes/${voteId}/results`)
		},
		names: {
			category: namesOf(categories.map(({ id, name }) => [id, name])),
			group: (ids) =>
				titled(
					joinedNames(ids.flatMap((id) => categories.find((one) => one.id === id)?.name ?? []))
				),
			cluster: namesOf([
				...material.clusters.map(({ id, title }) => [id, title] as const),
				...results.options.map(({ ref, title }) => [ref, title] as const)
			]),
			axis: namesOf(plan.axes.map(({ id, title }) => [id, title]))
		}
	};
}

function namesOf(titles: readonly (readonly [string, LocalizedText])[]): (id: string) => string {
	const names = new Map(titles.map(([id, title]) => [id, titled(title)]));
	return (id) => names.get(id) ?? `unknown ${id}`;
}

/** The tables of a Word document that hold no other table, as rows of cells of text. */
function wordTables(xml: string): string[][][] {
	const tables = xml.match(/<w:tbl>(?:(?!<w:tbl>)[\s\S])*?<\/w:tbl>/g) ?? [];
	return tables.map((table) =>
		(table.match(/<w:tr[ >][\s\S]*?<\/w:tr>/g) ?? []).map((row) =>
			(row.match(/<w:tc>[\s\S]*?<\/w:tc>/g) ?? []).map((cell) => wordTextOf(cell).trim())
		)
	);
}

import type { DocumentFormat, DocumentSubject, FormatOf } from '#lib/domain/documents/documents.ts';
import type { Locale, LocalizedText } from '#lib/domain/text/locale.ts';
import { attendanceWorkbook } from './attendance/attendance-workbook.ts';
import { gatherAttendance } from './attendance/gather-attendance.ts';
import type { DocumentContent } from './content/document-content.ts';
import type { WorkbookContent } from './content/workbook-content.ts';
import { gatherData } from './data/gather-data.ts';
import { workshopData } from './data/workshop-json.ts';
import { FORMATS, type ContentKind, type ContentKindOf } from './formats.ts';
import { gatherPlan } from './plan/gather-plan.ts';
import { planDocumentContent } from './plan/plan-content.ts';
import { planWorkbook } from './plan/plan-workbook.ts';
import { gatherReport } from './report/gather-report.ts';
import { reportContent } from './report/report-content.ts';
import type { Gathering } from './workshop/gathering.ts';

/** What the contents of a document are, by their kind. */
export interface Contents {
	readonly document: DocumentContent;
	readonly workbook: WorkbookContent;
	/** Anything that JSON can tell. */
	readonly data: object;
}

/** What every subject gathers, beside its own matter: what its files are named after. */
export interface Named {
	readonly named: { readonly title: LocalizedText; readonly date: string | null };
}

/**
 * A document: how its matter is gathered, by the server, which answers nobody meanwhile, and how it is
 * arranged, in the process that makes files. What is gathered is copied to that process, so it holds data only.
 */
interface Subject<Kinds extends ContentKind> {
	readonly gather: (gathering: Gathering) => Promise<Named>;
	readonly arrange: { readonly [Kind in Kinds]: (matter: never, locale: Locale) => Contents[Kind] };
}

/** How each document of the list is made; the list itself, with formats and rights, is `DOCUMENTS`. */
export const SUBJECTS = {
	plan: subject({
		gather: gatherPlan,
		arrange: { document: planDocumentContent, workbook: planWorkbook }
	}),
	report: subject({ gather: gatherReport, arrange: { document: reportContent } }),
	attendance: subject({ gather: gatherAttendance, arrange: { workbook: attendanceWorkbook } }),
	data: subject({ gather: gatherData, arrange: { data: workshopData } })
} satisfies { readonly [Name in DocumentSubject]: Subject<ContentKindOf<FormatOf<Name>>> };

/** Gathers the matter of a document. Throws what its subject throws. */
export function gatherMatter(name: DocumentSubject, gathering: Gathering): Promise<Named> {
	return SUBJECTS[name].gather(gathering);
}

/** Arranges what was gathered of a document for a format that it has. */
export function arrangedFor<Format extends DocumentFormat>(
	name: DocumentSubject,
	format: Format,
	matter: unknown,
	locale: Locale
): Contents[ContentKindOf<Format>] {
	const kind = FORMATS[format].content;
	// Each subject arranges its own matter, and has what its formats are written from: see SUBJECTS.
	const arrange = SUBJECTS[name].arrange as unknown as Partial<
		Record<ContentKind, (matter: unknown, locale: Locale) => Contents[ContentKindOf<Format>]>
	>;
	const arranged = arrange[kind]?.(matter, locale);
	if (arranged === undefined) throw new RangeError(`${name} is no ${format}`);
	return arranged;
}

/** Holds what a subject gathers to what it arranges. */
function subject<Kinds extends ContentKind, Matter extends Named>(made: {
	readonly gather: (gathering: Gathering) => Promise<Matter>;
	readonly arrange: {
		readonly [Kind in Kinds]: (matter: Matter, locale: Locale) => Contents[Kind];
	};
}): Subject<Kinds> {
	return made;
}

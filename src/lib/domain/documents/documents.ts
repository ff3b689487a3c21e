import type { EventAction } from '../events/event.ts';
import type { WorkshopAction } from '../policy.ts';

/** The kinds of files that a document can be, by their endings. */
export const DOCUMENT_FORMATS = ['docx', 'pdf', 'xlsx', 'csv', 'json'] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What is said of a document wherever documents are listed, asked for or made. */
interface DocumentRule {
	readonly formats: readonly [DocumentFormat, ...DocumentFormat[]];
	/** Who may have it: whoever may do this in the workshop. */
	readonly right: WorkshopAction;
	/** What its files' names begin with. */
	readonly file: string;
	/** What the log remembers of whoever took it along. */
	readonly event: EventAction;
	/** It is of the plan's actions, and there is none before there is one. */
	readonly ofActions: boolean;
}

/**
 * Every document that there is, in the order in which pages list them, with its formats in the order of
 * their columns. Pages, the JSON interface and the server read this one list; the server's
 * `documents/subjects.ts` says how each is made.
 */
export const DOCUMENTS = {
	plan: {
		formats: ['docx', 'pdf', 'xlsx'],
		right: 'export',
		file: 'plan',
		event: 'document_exported',
		ofActions: true
	},
	report: {
		formats: ['docx', 'pdf'],
		right: 'export',
		file: 'report',
		event: 'document_exported',
		ofActions: false
	},
	// The only one with names in it: it stays with those who see who is in the hall.
	attendance: {
		formats: ['xlsx', 'csv'],
		right: 'see_presence',
		file: 'attendance',
		event: 'attendance_exported',
		ofActions: false
	},
	data: {
		formats: ['json'],
		right: 'export',
		file: 'workshop',
		event: 'document_exported',
		ofActions: false
	}
} as const satisfies Readonly<Record<string, DocumentRule>>;

export type DocumentSubject = keyof typeof DOCUMENTS;
export const DOCUMENT_SUBJECTS = Object.keys(DOCUMENTS) as readonly DocumentSubject[];

/** The formats of a document. */
export type FormatOf<Subject extends DocumentSubject> =
	(typeof DOCUMENTS)[Subject]['formats'][number];

/** What is said of a document, whichever it is. */
export function documentRule(subject: DocumentSubject): DocumentRule {
	return DOCUMENTS[subject];
}

/** True for a document in a format that it has. */
export function hasFormat(subject: DocumentSubject, format: DocumentFormat): boolean {
	return documentRule(subject).formats.includes(format);
}

export function isDocumentSubject(text: string): text is DocumentSubject {
	return Object.hasOwn(DOCUMENTS, text);
}

export function isDocumentFormat(text: string): text is DocumentFormat {
	return (DOCUMENT_FORMATS as readonly string[]).includes(text);
}

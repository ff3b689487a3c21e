import {
	DOCUMENT_FORMATS,
	DOCUMENT_SUBJECTS,
	documentRule,
	hasFormat,
	isDocumentFormat,
	isDocumentSubject
} from '../../domain/documents/documents.ts';
import { DomainError } from '../../domain/errors.ts';
import { isLocale, type Locale } from '../../domain/text/locale.ts';
import type { WantedDocument } from '../documents/document.service.ts';
import { FORMATS } from '../documents/formats.ts';
import type { Operation } from './operation.ts';

/**
 * Reads what a request asks for. Throws `not_found` for a document or a format of it that there is not, and
 * `invalid_input` for a language that there is not; without one it is `locale`.
 */
export function requireWantedDocument(
	{ subject, format }: { readonly subject: string; readonly format: string },
	language: string | null,
	locale: Locale
): WantedDocument {
	if (!isDocumentSubject(subject) || !isDocumentFormat(format) || !hasFormat(subject, format))
		throw new DomainError('not_found');
	if (language !== null && !isLocale(language))
		throw new DomainError('invalid_input', { field: 'language' });
	return { subject, format, locale: language ?? locale };
}

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(', ');

export const DOCUMENT_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/workshops/{workshop}/documents/{subject}/{format}',
		id: 'makeDocument',
		tag: 'exporting',
		summary: 'Download a document of the workshop as it stands now',
		description:
			'Each document has formats of its own: ' +
			DOCUMENT_SUBJECTS.map(
				(subject) => `${subject} (${code(documentRule(subject).formats)})`
			).join(', ') +
			'. All but the attendance, which is for facilitators alone, are without anybody’s name; `data` ' +
			'is under pseudonyms that belong to that one file.',
		as: 'account',
		parameters: [
			{ name: 'workshop', in: 'path', description: 'The id of the workshop.' },
			{ name: 'subject', in: 'path', description: `One of ${code(DOCUMENT_SUBJECTS)}.` },
			{ name: 'format', in: 'path', description: `One of ${code(DOCUMENT_FORMATS)}.` },
			{
				name: 'language',
				in: 'query',
				description: 'Language of the document’s own words: `ar`, `fr` or `en`.'
			}
		],
		answers: [
			{
				status: 200,
				description: 'The file, with its name in `content-disposition`.',
				mediaTypes: Object.values(FORMATS).map(({ mediaType }) => mediaType)
			}
		],
		errors: [
			'not_signed_in',
			'forbidden',
			'not_found',
			'invalid_input',
			'plan_empty',
			'document_failed'
		]
	}
];

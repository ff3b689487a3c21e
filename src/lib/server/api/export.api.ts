import { DOCUMENT_FORMATS, type DocumentFormat } from '../../domain/plan/document-overview.ts';
import { DomainError } from '../../domain/errors.ts';
import { isLocale, type Locale } from '../../domain/text/locale.ts';
import { DOCUMENT_TYPES } from '../documents/file-names.ts';
import type { WantedExport } from '../documents/document.service.ts';
import type { Operation } from './operation.ts';

/**
 * Reads what a request asks for. Throws `not_found` for a format that there is not, and `invalid_input`
 * for a language that there is not; without one it is `locale`.
 */
export function requireExport(
	format: string,
	language: string | null,
	locale: Locale
): WantedExport {
	if (!isFormat(format)) throw new DomainError('not_found');
	if (language !== null && !isLocale(language))
		throw new DomainError('invalid_input', { field: 'language' });
	return { format, locale: language ?? locale };
}

function isFormat(text: string): text is DocumentFormat {
	return (DOCUMENT_FORMATS as readonly string[]).includes(text);
}

export const EXPORT_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/workshops/{workshop}/export/{format}',
		id: 'exportWorkshop',
		tag: 'exporting',
		summary: 'Download a document of the plan, or the workshop’s data without anybody’s name',
		description:
			'`docx`, `pdf` and `xlsx` are the action plan as it stands now; `json` is the workshop’s data ' +
			'under pseudonyms that belong to that one file.',
		as: 'account',
		parameters: [
			{ name: 'workshop', in: 'path', description: 'The id of the workshop.' },
			{ name: 'format', in: 'path', description: '`docx`, `pdf`, `xlsx` or `json`.' },
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
				mediaTypes: Object.values(DOCUMENT_TYPES)
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

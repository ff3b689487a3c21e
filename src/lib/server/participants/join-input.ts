import * as v from 'valibot';
import { DomainError, tellingWhere } from '../../domain/errors.ts';
import { LOCALES } from '../../domain/text/locale.ts';
import { TYPED_CODE_LIMIT } from '../../domain/people/join-code.ts';
import { PARTICIPANT_LIMITS } from '../../domain/people/participant.ts';
import { oneLine, optionalText } from '../../domain/text/text.ts';

/** PostgreSQL takes no NUL in text, and nothing that a person types holds one. */
const text = v.pipe(
	v.string(),
	v.check((typed) => !typed.includes('\0'))
);
const optional = (description: string) => v.optional(v.pipe(text, v.description(description)), '');

/** What a person sends to join. A form sends the same fields as the JSON interface. */
export const JOIN_INPUT = v.object({
	code: v.pipe(
		text,
		v.maxLength(TYPED_CODE_LIMIT),
		v.description(
			'The workshop’s join code, or a ticket’s; lower case, spaces, hyphens, Arabic-Indic digits, links and words around it are taken.'
		)
	),
	categoryId: v.pipe(text, v.maxLength(64), v.description('One of the workshop’s categories.')),
	language: v.pipe(v.picklist(LOCALES), v.description('The language of the person’s pages.')),
	name: optional(`At most ${PARTICIPANT_LIMITS.name} characters; for the attendance list only.`),
	organisation: optional(`At most ${PARTICIPANT_LIMITS.organisation} characters; as name.`),
	province: optional(`At most ${PARTICIPANT_LIMITS.province} characters; as name.`)
});

export type JoinInput = v.InferOutput<typeof JOIN_INPUT>;

const ABOUT_FIELDS = ['name', 'organisation', 'province'] as const;

/**
 * Reads what arrived. Throws `invalid_input` (details: field) when a field is missing or of the wrong
 * kind, `text_too_long` (details: field, limit, length) when an optional text is over its limit.
 */
export function parseJoinInput(sent: unknown): JoinInput {
	const result = v.safeParse(JOIN_INPUT, sent);
	if (!result.success) {
		const field = v.getDotPath(result.issues[0]);
		throw new DomainError('invalid_input', field === null ? {} : { field });
	}
	const about = Object.fromEntries(
		ABOUT_FIELDS.map((field) => [field, aboutText(field, result.output[field])])
	);
	return { ...result.output, ...about };
}

function aboutText(field: (typeof ABOUT_FIELDS)[number], text: string): string {
	return tellingWhere({ field }, () => optionalText(oneLine(text), PARTICIPANT_LIMITS[field]));
}

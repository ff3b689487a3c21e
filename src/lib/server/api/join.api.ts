import * as v from 'valibot';
import { LOCALES } from '../../domain/text/locale.ts';
import { ADMISSIONS } from '../../domain/people/admission.ts';
import { JOIN_INPUT } from '../participants/join-input.ts';
import type { Invitation, Joined } from '../participants/participant.service.ts';
import type { Operation } from './operation.ts';

const LOCALIZED_TEXT = v.pipe(
	v.partial(v.object({ ar: v.string(), fr: v.string(), en: v.string() })),
	v.description(`Text in at least one of ${LOCALES.join(', ')}.`)
);

const INVITATION = v.object({
	workshopId: v.string(),
	title: LOCALIZED_TEXT,
	date: v.nullable(v.pipe(v.string(), v.isoDate())),
	example: v.pipe(
		v.boolean(),
		v.description('True for the shipped example, whose data are invented.')
	),
	ticket: v.pipe(
		v.nullable(
			v.object({
				number: v.number(),
				name: v.string(),
				organisation: v.string(),
				categoryId: v.nullable(v.string())
			})
		),
		v.description('Of the ticket whose code was given; who is named on it comes in as that person.')
	),
	admission: v.picklist(ADMISSIONS),
	joined: v.pipe(v.boolean(), v.description('The cookie of this request joined already.')),
	categories: v.array(
		v.object({
			categoryId: v.string(),
			name: LOCALIZED_TEXT,
			observing: v.pipe(v.boolean(), v.description('Observes only: no notes, no vote.'))
		})
	)
});

const JOINED = v.object({ workshopId: v.string(), participantId: v.string() });

/** The body of `GET /api/join/{code}`: what a right code opens. */
export function invitationBody(invitation: Invitation): v.InferInput<typeof INVITATION> {
	const { workshopId, title, date, example, admission, ticket, joined, categories } = invitation;
	const told = { workshopId, title, date, example, admission, ticket, joined };
	return { ...told, categories: [...categories] };
}

/** The body of `POST /api/join`; the session travels in the cookie alone. */
export function joinedBody({ workshopId, participantId }: Joined): v.InferInput<typeof JOINED> {
	return { workshopId, participantId };
}

const CODE_ERRORS = [
	'join_code_invalid',
	'joining_closed',
	'joining_stopped',
	'workshop_closed',
	'person_removed',
	'too_many_attempts',
	'ticket_needed',
	'ticket_used',
	'ticket_void'
] as const;

export const JOIN_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/join/{code}',
		id: 'readInvitation',
		tag: 'joining',
		summary: 'What a join code opens',
		as: 'anyone',
		parameters: [
			{
				name: 'code',
				in: 'path',
				description: 'The join code, or a ticket’s, as a person types it.'
			}
		],
		answers: [{ status: 200, description: 'The workshop and its categories.', schema: INVITATION }],
		errors: CODE_ERRORS
	},
	{
		method: 'post',
		path: '/api/join',
		id: 'joinWorkshop',
		tag: 'joining',
		summary: 'Join a workshop without an account',
		description:
			'Sets the cookie tachawor_guest_<workshopId>, which makes later requests and sockets those of ' +
			'this participant. With a cookie that is valid already the same participant is found.',
		as: 'anyone',
		body: JOIN_INPUT,
		answers: [
			{ status: 201, description: 'A new participant.', schema: JOINED },
			{ status: 200, description: 'The participant that this browser already is.', schema: JOINED }
		],
		errors: [...CODE_ERRORS, 'category_unknown', 'text_too_long', 'foreign_origin']
	}
];

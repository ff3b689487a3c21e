import * as v from 'valibot';
import type { Activity } from '../../domain/activities/activity.ts';
import { GUEST_ROLES, type GuestActor } from '../../domain/people/actor.ts';
import { SEAT_ROLES } from '../../domain/spaces/seat.ts';
import { SPACE_KINDS } from '../../domain/spaces/space.ts';
import type { LocalizedText } from '../../domain/text/locale.ts';
import type { Stage } from '../../domain/stage/stage.ts';
import type { Workshop } from '../../domain/workshops/workshop.ts';
import type { Operation } from './operation.ts';

const LOCALIZED_TEXT = v.partial(v.object({ ar: v.string(), fr: v.string(), en: v.string() }));

const PARTICIPANT = v.object({
	workshopId: v.string(),
	workshop: v.object({
		id: v.string(),
		title: LOCALIZED_TEXT,
		shortTitle: LOCALIZED_TEXT,
		joinCode: v.string(),
		example: v.boolean()
	}),
	agenda: v.pipe(
		v.array(v.looseObject({ id: v.string(), title: LOCALIZED_TEXT })),
		v.description('The activities in their order, with prompts, hours and columns.')
	),
	stage: v.pipe(
		v.looseObject({ hall: v.string(), activityId: v.nullable(v.string()) }),
		v.description('What is going on now, as the room of the stage tells it.')
	),
	me: v.object({
		participantId: v.string(),
		categoryName: LOCALIZED_TEXT,
		role: v.picklist(GUEST_ROLES),
		observing: v.pipe(v.boolean(), v.description('No notes and no vote.')),
		seats: v.pipe(
			v.array(
				v.object({
					spaceId: v.string(),
					layer: v.picklist(SPACE_KINDS),
					role: v.picklist(SEAT_ROLES)
				})
			),
			v.description('The room and the table that they sit in now.')
		)
	})
});

/** The body of `GET /api/workshops/{workshop}/participant`. */
export function participantBody(facts: {
	workshop: Workshop;
	agenda: readonly Activity[];
	stage: Stage;
	me: { readonly categoryName: LocalizedText };
	guest: GuestActor;
}) {
	const { id, title, shortTitle, joinCode, example } = facts.workshop;
	const { participantId, role, observing, seats } = facts.guest;
	return {
		workshopId: id,
		workshop: { id, title, shortTitle, joinCode, example },
		agenda: facts.agenda,
		stage: facts.stage,
		me: { participantId, categoryName: facts.me.categoryName, role, observing, seats }
	};
}

export const PARTICIPANT_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/workshops/{workshop}/participant',
		id: 'readParticipant',
		tag: 'reading',
		summary: 'What a participant’s page starts from',
		description:
			'The workshop, its agenda and stage, and who the cookie of the request stands for.',
		as: 'guest',
		parameters: [
			{ name: 'workshop', in: 'path', description: 'The workshop’s id.' },
			{
				name: 'was',
				in: 'query',
				description:
					'The `participantId` that this browser had before: says whether that person was erased.'
			}
		],
		answers: [{ status: 200, description: 'As it is now.', schema: PARTICIPANT }],
		errors: ['not_signed_in', 'person_removed', 'person_erased']
	}
];

import * as v from 'valibot';
import type { Turnout, VoteForActor, VoteResults } from '../../domain/votes/vote.ts';
import { BALLOT_INPUT } from '../votes/ballot-input.ts';
import type { Operation } from './operation.ts';

const LOCALIZED_TEXT = v.partial(v.object({ ar: v.string(), fr: v.string(), en: v.string() }));
const DOTS = v.record(v.string(), v.number());

const VOTE_FIELDS = {
	voteId: v.string(),
	workshopId: v.string(),
	activityId: v.string(),
	state: v.picklist(['open', 'closed']),
	budget: v.pipe(v.number(), v.description('Dots a person.')),
	cap: v.pipe(v.number(), v.description('Most dots of a person on one option.'))
};

const VOTE = v.object({
	...VOTE_FIELDS,
	options: v.pipe(
		v.array(v.object({ clusterId: v.string(), title: LOCALIZED_TEXT })),
		v.description('In an order of the asker’s own.')
	),
	ballot: v.pipe(v.nullable(DOTS), v.description('The asker’s own dots; null without a vote.'))
});

const TURNOUT = v.object({ voted: v.number(), mayVote: v.number() });

const RESULTS = v.object({
	...VOTE_FIELDS,
	options: v.array(
		v.object({
			clusterId: v.string(),
			title: LOCALIZED_TEXT,
			dots: v.number(),
			rank: v.pipe(v.number(), v.description('Dense: equal dots share a rank, as 1, 2, 2, 3.')),
			tied: v.boolean()
		})
	),
	dotsCast: v.number(),
	dotsPossible: v.number(),
	voters: v.number(),
	mayVote: v.number(),
	own: v.nullable(DOTS),
	byCategory: v.pipe(
		v.nullable(v.array(v.object({ categoryId: v.string(), dots: v.nullable(DOTS) }))),
		v.description(
			'For facilitators and directors. A category’s dots are null where too few voted to be shown.'
		)
	)
});

/** The body of `GET /api/votes/{vote}`. */
export function voteBody(vote: VoteForActor): v.InferInput<typeof VOTE> {
	return { ...fields(vote), options: [...vote.options], ballot: dotsBody(vote.ballot) };
}

/** The body of `GET /api/votes/{vote}/turnout`. */
export function turnoutBody({ voted, mayVote }: Turnout): v.InferInput<typeof TURNOUT> {
	return { voted, mayVote };
}

/** The body of `GET /api/votes/{vote}/results`. */
export function resultsBody(results: VoteResults): v.InferInput<typeof RESULTS> {
	const { vote, options, dotsCast, dotsPossible, voters, mayVote, own, byCategory } = results;
	return {
		...fields(vote),
		options: [...options],
		dotsCast,
		dotsPossible,
		voters,
		mayVote,
		own: dotsBody(own),
		byCategory:
			byCategory?.map(({ categoryId, dots }) => ({ categoryId, dots: dotsBody(dots) })) ?? null
	};
}

function fields(vote: VoteResults['vote']) {
	const { id, workshopId, activityId, state, rules } = vote;
	return { voteId: id, workshopId, activityId, state, budget: rules.budget, cap: rules.cap };
}

function dotsBody(dots: ReadonlyMap<string, number> | null): Record<string, number> | null {
	return dots && Object.fromEntries(dots);
}

const VOTE_PARAMETER = { name: 'vote', in: 'path', description: 'The id of the vote.' } as const;
const AS = {
	name: 'as',
	in: 'query',
	description: '`account` when the account asks though this browser also joined the workshop.'
} as const;

export const VOTE_OPERATIONS: readonly Operation[] = [
	{
		method: 'get',
		path: '/api/votes/{vote}',
		id: 'readVote',
		tag: 'voting',
		summary: 'A vote: its rules, its options and the asker’s own dots',
		as: 'guest',
		parameters: [VOTE_PARAMETER, AS],
		answers: [{ status: 200, description: 'The vote as the asker sees it.', schema: VOTE }],
		errors: ['not_signed_in', 'forbidden', 'not_found']
	},
	{
		method: 'put',
		path: '/api/votes/{vote}/ballot',
		id: 'castVote',
		tag: 'voting',
		summary: 'Put a whole ballot in the place of one’s earlier one',
		as: 'guest',
		parameters: [VOTE_PARAMETER],
		body: BALLOT_INPUT,
		answers: [{ status: 204, description: 'The ballot is on disk.' }],
		errors: [
			'not_signed_in',
			'forbidden',
			'not_found',
			'vote_closed',
			'vote_observer',
			'vote_option_unknown',
			'vote_over_budget',
			'vote_over_cap',
			'foreign_origin'
		]
	},
	{
		method: 'get',
		path: '/api/votes/{vote}/turnout',
		id: 'readTurnout',
		tag: 'voting',
		summary: 'How many people have voted, which is all that is told while a vote is open',
		as: 'guest',
		parameters: [VOTE_PARAMETER, AS],
		answers: [{ status: 200, description: 'People.', schema: TURNOUT }],
		errors: ['not_signed_in', 'forbidden', 'not_found']
	},
	{
		method: 'get',
		path: '/api/votes/{vote}/results',
		id: 'readResults',
		tag: 'voting',
		summary: 'The totals of a closed vote',
		as: 'guest',
		parameters: [VOTE_PARAMETER, AS],
		answers: [{ status: 200, description: 'The results.', schema: RESULTS }],
		errors: ['not_signed_in', 'forbidden', 'not_found', 'vote_open']
	}
];

import * as v from 'valibot';
import { BALLOT_METHOD_NAMES, BALLOT_METHODS } from '../../domain/ballots/ballot-methods.ts';
import type { VoteResults } from '../../domain/votes/publication.ts';
import {
	OPTION_KINDS,
	VOTE_STATES,
	type OptionNote,
	type Turnout,
	type VoteForActor
} from '../../domain/votes/vote.ts';
import { BALLOT_INPUT } from '../votes/ballot-input.ts';
import type { Operation } from './operation.ts';

const LOCALIZED_TEXT = v.partial(v.object({ ar: v.string(), fr: v.string(), en: v.string() }));

const RULES = v.pipe(
	v.union(BALLOT_METHOD_NAMES.map((name) => BALLOT_METHODS[name].rules)),
	v.description('What is set of the vote, told apart by its method.')
);
const BALLOT = v.union(BALLOT_METHOD_NAMES.map((name) => BALLOT_METHODS[name].ballot));

const OPTION = v.object({
	kind: v.picklist(OPTION_KINDS),
	ref: v.pipe(v.string(), v.description('The id of what it refers to, which names it in ballots.')),
	title: v.pipe(LOCALIZED_TEXT, v.description('As it read when the vote was opened.'))
});

const VOTE = v.object({
	voteId: v.string(),
	workshopId: v.string(),
	activityId: v.string(),
	state: v.picklist(VOTE_STATES),
	rules: RULES,
	options: v.pipe(v.array(OPTION), v.description('In an order of the asker’s own.')),
	recorded: v.pipe(
		v.nullable(v.object({ ballot: BALLOT, turn: v.number() })),
		v.description(
			'The asker’s own ballot with the number of their decision; null without a vote, and once the vote ' +
				'is published, when ballots are erased.'
		)
	),
	waits: v.pipe(
		v.boolean(),
		v.description('The asker joined after the vote was opened; a facilitator may let them vote.')
	)
});

const TURNOUT = v.object({ voteId: v.string(), voted: v.number(), mayVote: v.number() });

const OPTION_NOTES = v.object({
	voteId: v.string(),
	option: v.string(),
	notes: v.array(v.object({ activityId: v.string(), columnId: v.string(), text: v.string() }))
});

const RECORDED = v.object({ voteId: v.string(), turn: v.number() });

const SUPPORT = v.union([
	v.object({ score: v.number(), supporters: v.number() }),
	v.object({ band: v.picklist(['few', 'some', 'most']) }),
	v.pipe(
		v.object({ withheld: v.picklist(['small', 'derivable']) }),
		v.description('Bands beside the total would tell that a group gave nothing or all.')
	)
]);

const RESULTS = v.object({
	voteId: v.string(),
	activityId: v.string(),
	rules: RULES,
	unit: v.picklist(BALLOT_METHOD_NAMES.map((name) => BALLOT_METHODS[name].unit)),
	publishedAt: v.pipe(v.number(), v.description('Epoch milliseconds.')),
	cited: v.pipe(v.boolean(), v.description('Proposals, plan and documents name this vote.')),
	electorate: v.pipe(v.number(), v.description('People who could vote when voting ended.')),
	voters: v.number(),
	outcome: v.pipe(
		v.nullable(
			v.object({
				options: v.array(
					v.object({
						...OPTION.entries,
						score: v.number(),
						rank: v.pipe(
							v.number(),
							v.description('Dense: equal scores share one, as 1, 2, 2, 3.')
						),
						tied: v.boolean()
					})
				),
				cast: v.number(),
				possible: v.number()
			})
		),
		v.description('Null where so few voted that their ballots would be read from it.')
	),
	groups: v.pipe(
		v.nullable(
			v.array(
				v.union([
					v.object({
						categories: v.array(v.string()),
						voters: v.number(),
						support: v.record(v.string(), SUPPORT)
					}),
					v.object({
						categories: v.array(v.string()),
						withheld: v.picklist(['small', 'derivable'])
					})
				])
			)
		),
		v.description(
			'For facilitators and directors. Groups of fewer than ten voters are told in thirds, so that nobody’s ' +
				'ballot follows.'
		)
	),
	commitments: v.pipe(
		v.array(v.string()),
		v.description('What devices committed to with the ballots that were counted, sorted.')
	),
	fingerprint: v.pipe(v.string(), v.description('What follows from all that everybody is shown.'))
});

/** What `GET /api/votes/{vote}/results` answers. */
export type ResultsBody = v.InferInput<typeof RESULTS>;

/** The body of `GET /api/votes/{vote}`. */
export function voteBody(vote: VoteForActor): v.InferInput<typeof VOTE> {
	const { id, workshopId, activityId, state, rules, options, recorded, waits } = vote;
	return {
		voteId: id,
		workshopId,
		activityId,
		state,
		rules,
		options: [...options],
		recorded,
		waits
	};
}

/** The body of `GET /api/votes/{vote}/turnout`. */
export function turnoutBody(
	voteId: string,
	{ voted, mayVote }: Turnout
): v.InferInput<typeof TURNOUT> {
	return { voteId, voted, mayVote };
}

/** The body of `GET /api/votes/{vote}/options/{option}/notes`. */
export function optionNotesBody(
	voteId: string,
	option: string,
	notes: readonly OptionNote[]
): v.InferInput<typeof OPTION_NOTES> {
	const told = notes.map(({ activityId, columnId, text }) => ({ activityId, columnId, text }));
	return { voteId, option, notes: told };
}

/** The body of `PUT /api/votes/{vote}/ballot`. */
export function recordedBody(voteId: string, turn: number): v.InferInput<typeof RECORDED> {
	return { voteId, turn };
}

/** The body of `GET /api/votes/{vote}/results`. */
export function resultsBody(results: VoteResults): ResultsBody {
	const { voteId, activityId, rules, unit, publishedAt, cited } = results;
	const { electorate, voters, outcome, groups, commitments, fingerprint } = results;
	return {
		...{ voteId, activityId, rules, unit, publishedAt, cited, electorate, voters, fingerprint },
		outcome: outcome && { ...outcome, options: [...outcome.options] },
		groups:
			groups?.map(({ categoryIds, ...told }) => ({ categories: [...categoryIds], ...told })) ??
			null,
		commitments: [...commitments]
	};
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
		summary: 'A vote: its rules, its options and the asker’s own ballot',
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
		answers: [
			{ status: 200, description: 'The decision whose ballot is on disk.', schema: RECORDED }
		],
		errors: [
			'not_signed_in',
			'forbidden',
			'not_found',
			'vote_closed',
			'vote_observer',
			'vote_joined_late',
			'ballot_superseded',
			'too_many_items',
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
		summary: 'How many people have voted, which is all that is told before a vote is published',
		as: 'guest',
		parameters: [VOTE_PARAMETER, AS],
		answers: [{ status: 200, description: 'People.', schema: TURNOUT }],
		errors: ['not_signed_in', 'forbidden', 'not_found']
	},
	{
		method: 'get',
		path: '/api/votes/{vote}/options/{option}/notes',
		id: 'readOptionNotes',
		tag: 'voting',
		summary: 'The notes of the cluster that is voted on, as far as the asker may read their boards',
		as: 'guest',
		parameters: [
			VOTE_PARAMETER,
			{ name: 'option', in: 'path', description: 'What the option refers to.' },
			AS
		],
		answers: [{ status: 200, description: 'Their words.', schema: OPTION_NOTES }],
		errors: ['not_signed_in', 'forbidden', 'not_found']
	},
	{
		method: 'get',
		path: '/api/votes/{vote}/results',
		id: 'readResults',
		tag: 'voting',
		summary: 'The record of a published vote',
		as: 'guest',
		parameters: [VOTE_PARAMETER, AS],
		answers: [{ status: 200, description: 'The results.', schema: RESULTS }],
		errors: ['not_signed_in', 'forbidden', 'not_found', 'vote_open']
	}
];

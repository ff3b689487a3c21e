import * as v from 'valibot';
import { columnsSchema } from '../boards/column.ts';
import { voteRulesSchema, type VoteRules } from '../ballots/ballot-methods.ts';
import type { ActivityDefinition } from './activity-definition.ts';
import { BOARD_CLUSTERS, BOARD_WRITING, type BoardSetup } from './board-setup.ts';

/** Its board, and the vote on its clusters; null where nothing is voted on in it. */
export interface NotesParameters extends BoardSetup {
	readonly vote: VoteRules | null;
}

/** Notes are written in columns, revealed where they were private, clustered, and perhaps voted on. */
export const notes: ActivityDefinition<NotesParameters> = {
	parameters: v.object({
		columns: columnsSchema,
		writing: v.optional(v.picklist(BOARD_WRITING), 'shared'),
		clusters: v.optional(v.picklist(BOARD_CLUSTERS), 'together'),
		vote: v.optional(v.nullable(voteRulesSchema), null)
	}),
	minutes: 30,
	pause: false,
	spaces: ['hall', 'room', 'table'],
	board: ({ columns, writing, clusters }) => ({ columns, writing, clusters }),
	vote: ({ vote }) => vote,
	state: () => null,
	inputs: [],
	outputs: ({ clusters, vote }) => [
		'notes',
		// Clusters of its own are of use to nobody else.
		...(clusters === 'together' ? (['clusters'] as const) : []),
		...(vote ? (['ranking'] as const) : [])
	],
	phases: ({ writing, vote }) => [
		...(writing === 'private' ? (['private_writing', 'reveal'] as const) : (['writing'] as const)),
		'clustering',
		...(vote ? (['vote', 'vote_ended', 'results'] as const) : [])
	],
	phaseAt(_parameters, { writing, hidden }) {
		if (hidden) return writing ? 'private_writing' : 'reveal';
		return writing ? 'writing' : 'clustering';
	},
	stepAt({ vote }, now, made) {
		if (now.hidden) return 'reveal_notes';
		if (!vote || now.vote) return undefined;
		const unclustered = now.writing && made.notes > 0;
		if (made.clusters > 0 && !unclustered) return 'open_vote';
		return made.notes > 0 ? 'cluster' : undefined;
	}
};

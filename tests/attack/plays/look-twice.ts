import { attackCampaign } from '../groups/campaign.ts';
import type { Play } from '../play.ts';

const COURSES = { short: 5, whole: 200 };
const BOARDS = { short: 100, whole: 5000 };
const SEED = 415;

/** All that is ever told of groups, over the life of thousands of small halls, against who tries every assignment. */
export const LOOK_TWICE: Play = {
	id: 'AK10',
	what: 'everything that is told of groups over time, against every assignment of people to categories',
	run(_ground, force) {
		const { cells, hands } = attackCampaign({
			seed: SEED,
			courses: COURSES[force],
			boards: BOARDS[force]
		});
		return Promise.resolve([
			...cells.map((cell) => `few are told of: ${JSON.stringify(cell)}`),
			...hands.map((hand) => `a hand is among few: ${JSON.stringify(hand)}`)
		]);
	}
};

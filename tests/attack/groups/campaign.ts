import { SeededRandom } from '../../fuzz/seeded-random.ts';
import { attackAuthors, randomBoard, type FoundHand, type LabelRules } from './note-authors.ts';
import { OUR_FIGURES, OUR_LABELS } from './rules.ts';
import {
	attackFigures,
	randomCourse,
	type Course,
	type FigureRules,
	type FoundCell
} from './told-figures.ts';

/** What is attacked, and how much of it. */
export interface Campaign {
	readonly seed: number;
	/** Courses of a hall; each stands for every assignment of its people to its categories. */
	readonly courses: number;
	/** Boards at the end of writing. */
	readonly boards: number;
	/** The product's rules unless a control is attacked. */
	readonly rules?: {
		readonly figures: FigureRules;
		/** Of a board on which writing ends at a time. */
		readonly labels: (end: number) => LabelRules;
	};
}

/** What the attackers found: nothing, where groups are told as they must be. */
export interface AttackReport {
	readonly halls: number;
	readonly boards: number;
	readonly cells: readonly (FoundCell & { readonly course: Course })[];
	readonly hands: readonly (FoundHand & { readonly board: string })[];
}

/** Sizes at which every hall is tried: people and categories. */
const COURSES = [
	{ people: 5, categories: 2 },
	{ people: 6, categories: 3 },
	{ people: 7, categories: 2 },
	{ people: 5, categories: 4 },
	{ people: 8, categories: 2 }
] as const;
const BOARDS = [
	{ people: 5, categories: 2 },
	{ people: 6, categories: 2 },
	{ people: 6, categories: 3 }
] as const;

/** Runs both attackers on halls that follow from the seed. */
export function attackCampaign(campaign: Campaign): AttackReport {
	const { figures, labels } = campaign.rules ?? { figures: OUR_FIGURES, labels: OUR_LABELS };
	const random = new SeededRandom(campaign.seed);
	const cells: (FoundCell & { course: Course })[] = [];
	let halls = 0;
	for (let at = 0; at < campaign.courses; at++) {
		const course = randomCourse(random, COURSES[at % COURSES.length] ?? COURSES[0]);
		const { found, halls: tried } = attackFigures(course, figures);
		halls += tried;
		cells.push(...found.map((cell) => ({ ...cell, course })));
	}
	const hands: (FoundHand & { board: string })[] = [];
	for (let at = 0; at < campaign.boards; at++) {
		const { board, authors } = randomBoard(random, BOARDS[at % BOARDS.length] ?? BOARDS[0]);
		for (const hand of attackAuthors(board, authors, labels(Math.max(...board.looks))))
			hands.push({ ...hand, board: JSON.stringify({ board, authors }) });
	}
	return { halls, boards: campaign.boards, cells, hands };
}

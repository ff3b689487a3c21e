/**
 * The parts that activities are made of; everybody is in the same one. `pause`: nobody works. `talk`: it is
 * spoken, and seen what the kind has to show. `private_writing`: nobody sees another's notes, which `reveal`
 * ends. `clustering`: notes stand in sight and are put into clusters. `vote`, `vote_ended` (it is not published
 * yet) and `results` are of one vote.
 */
export type PhaseName =
	| 'pause'
	| 'talk'
	| 'writing'
	| 'private_writing'
	| 'reveal'
	| 'clustering'
	| 'vote'
	| 'vote_ended'
	| 'results';

/**
 * What stands in view: `own` is what the kind itself shows, `hidden_board` a board whose notes nobody but
 * their authors sees.
 */
export type PhaseScene = 'own' | 'board' | 'hidden_board' | 'vote' | 'results';

/** What a phase is for everybody: what stands in view, what people can give, and whether it has a time. */
export interface Phase {
	readonly scene: PhaseScene;
	readonly opens: 'notes' | 'ballots' | null;
	/** Time counts while it lasts. */
	readonly timed: boolean;
}

export const PHASES: Readonly<Record<PhaseName, Phase>> = {
	pause: { scene: 'own', opens: null, timed: true },
	talk: { scene: 'own', opens: null, timed: true },
	writing: { scene: 'board', opens: 'notes', timed: true },
	private_writing: { scene: 'hidden_board', opens: 'notes', timed: true },
	reveal: { scene: 'hidden_board', opens: null, timed: false },
	clustering: { scene: 'board', opens: null, timed: false },
	vote: { scene: 'vote', opens: 'ballots', timed: true },
	vote_ended: { scene: 'vote', opens: null, timed: false },
	results: { scene: 'results', opens: null, timed: false }
};

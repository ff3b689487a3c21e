/**
 * The parts that activities are made of; everybody is in the same one. `pause`: nobody works. `talk`: it is
 * spoken, and seen what the kind has to show. `private_writing`: nobody sees another's notes, which `reveal`
 * ends. `clustering`: notes stand in sight and are put into clusters. `vote` and `results` are of one vote.
 */
export type PhaseName =
	'pause' | 'talk' | 'writing' | 'private_writing' | 'reveal' | 'clustering' | 'vote' | 'results';

/**
 * What stands in view: `own` is what the kind itself shows, `hidden_board` a board whose notes nobody but
 * their authors sees.
 */
export type PhaseScene = 'own' | 'board' | 'hidden_board' | 'vote' | 'results';

/** What a phase is for everybody: what stands in view, and what people can give while it lasts. */
export interface Phase {
	readonly scene: PhaseScene;
	readonly opens: 'notes' | 'ballots' | null;
}

export const PHASES: Readonly<Record<PhaseName, Phase>> = {
	pause: { scene: 'own', opens: null },
	talk: { scene: 'own', opens: null },
	writing: { scene: 'board', opens: 'notes' },
	private_writing: { scene: 'hidden_board', opens: 'notes' },
	reveal: { scene: 'hidden_board', opens: null },
	clustering: { scene: 'board', opens: null },
	vote: { scene: 'vote', opens: 'ballots' },
	results: { scene: 'results', opens: null }
};

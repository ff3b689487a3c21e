import { describe, expect, test } from 'vitest';
import {
	ACTIVITIES,
	ACTIVITY_KINDS,
	DEFAULT_KIND,
	PAUSE_KINDS,
	type ActivityKind
} from './activities.ts';
import { phaseOf, phasesOf } from './activity-phase.ts';
import {
	collectsNotes,
	columnsOf,
	isPause,
	voteRulesOf,
	writesPrivately,
	type ActivitySetup,
	type SetupOf
} from './activity-setup.ts';
import { missingInputs } from './agenda-inputs.ts';
import type { NotesParameters } from './notes.ts';
import type { RunFigures, Situation } from './situation.ts';

const RULES = { method: 'dots', budget: 5, cap: 2 } as const;
const NOTES: NotesParameters = {
	columns: [{ id: 'S', name: { ar: 'القوة' }, color: 'mint', icon: 'plus' }],
	writing: 'shared',
	clusters: 'together',
	vote: null
};
const notes = (changes: Partial<NotesParameters> = {}): ActivitySetup => ({
	kind: 'notes',
	parameters: { ...NOTES, ...changes }
});
const VOTE: ActivitySetup = { kind: 'vote', parameters: { vote: RULES } };
const HANDS: ActivitySetup = {
	kind: 'hands',
	parameters: {
		options: [
			{ id: 'A', text: { ar: 'نعم' } },
			{ id: 'B', text: { ar: 'لا' } }
		]
	}
};
const spoken = (kind: 'protocol' | 'presentation' | 'proposals' | 'plenary' | 'break') =>
	({ kind, parameters: {} }) as const;

const QUIET: Situation = { writing: false, hidden: false, vote: null, view: 'board' };
const OPEN = { id: 'v', state: 'open' } as const;
const ENDED = { id: 'v', state: 'ended' } as const;
const CLOSED = { id: 'v', state: 'published' } as const;

describe('[AK1] the phases of each kind, in their order', () => {
	test.each([
		['protocol', spoken('protocol'), ['talk']],
		['presentation', spoken('presentation'), ['talk']],
		['proposals', spoken('proposals'), ['talk']],
		['plenary', spoken('plenary'), ['talk']],
		['break', spoken('break'), ['pause']],
		['hands', HANDS, ['talk']],
		['vote', VOTE, ['talk', 'vote', 'vote_ended', 'results']],
		['notes', notes(), ['writing', 'clustering']],
		[
			'notes with a vote',
			notes({ vote: RULES }),
			['writing', 'clustering', 'vote', 'vote_ended', 'results']
		],
		[
			'private notes with a vote',
			notes({ writing: 'private', vote: RULES }),
			['private_writing', 'reveal', 'clustering', 'vote', 'vote_ended', 'results']
		]
	] as const)('%s', (_what, setup, phases) => {
		expect(phasesOf(setup)).toEqual(phases);
	});
});

describe('[AK2] the phase follows from how the activity stands', () => {
	test.each([
		['writing is open', notes(), { writing: true }, 'writing'],
		['writing has ended', notes(), {}, 'clustering'],
		[
			'nobody sees what is written',
			notes({ writing: 'private' }),
			{ writing: true, hidden: true },
			'private_writing'
		],
		['nobody sees what was written', notes({ writing: 'private' }), { hidden: true }, 'reveal'],
		['private notes were revealed', notes({ writing: 'private' }), {}, 'clustering'],
		[
			'writing goes on after the reveal',
			notes({ writing: 'private' }),
			{ writing: true },
			'writing'
		],
		['a vote is open', notes({ vote: RULES }), { vote: OPEN, view: 'vote' }, 'vote'],
		['a vote has ended', notes({ vote: RULES }), { vote: ENDED, view: 'vote' }, 'vote_ended'],
		['a vote was published', notes({ vote: RULES }), { vote: CLOSED, view: 'vote' }, 'results'],
		['results are shown', VOTE, { vote: CLOSED, view: 'results' }, 'results'],
		['the board is shown again', notes({ vote: RULES }), { vote: CLOSED }, 'clustering'],
		['the vote is not open yet', VOTE, {}, 'talk'],
		['the vote of a talk is open', spoken('plenary'), { vote: OPEN, view: 'vote' }, 'vote'],
		['somebody speaks', spoken('presentation'), {}, 'talk'],
		['nobody works', spoken('break'), {}, 'pause']
	] as const)('%s', (_what, setup, now, phase) => {
		expect(phaseOf(setup, { ...QUIET, ...now })).toBe(phase);
	});

	test('an activity is in one of its own phases, or in writing that goes on after the reveal', () => {
		for (const setup of [notes(), notes({ writing: 'private' }), VOTE, spoken('break')])
			for (const writing of [true, false])
				for (const hidden of writesPrivately(setup) ? [true, false] : [false])
					expect([...phasesOf(setup), 'writing']).toContain(
						phaseOf(setup, { ...QUIET, writing: writing && collectsNotes(setup), hidden })
					);
	});
});

describe('[AK3] [RN15] the step of each kind, for every state', () => {
	const stepOf = <Kind extends ActivityKind>(
		{ kind, parameters }: SetupOf<Kind>,
		now: Partial<Situation>,
		made: Partial<RunFigures>
	) =>
		ACTIVITIES[kind].stepAt(
			parameters,
			{ ...QUIET, ...now },
			{
				notes: 0,
				clusters: 0,
				proposals: 0,
				...made
			}
		);
	const voted = notes({ vote: RULES });

	test.each([
		['notes that are not voted on', notes(), {}, { notes: 9, clusters: 2 }, undefined],
		['hidden notes', notes({ writing: 'private' }), { hidden: true }, {}, 'reveal_notes'],
		[
			'hidden notes while they are written',
			voted,
			{ hidden: true, writing: true },
			{ notes: 4 },
			'reveal_notes'
		],
		[
			'notes while they are written',
			voted,
			{ writing: true },
			{ notes: 4, clusters: 2 },
			'cluster'
		],
		['notes that are not clustered', voted, {}, { notes: 4 }, 'cluster'],
		['notes that are clustered', voted, {}, { notes: 4, clusters: 2 }, 'open_vote'],
		[
			'clusters of others while nothing is written',
			voted,
			{ writing: true },
			{ clusters: 2 },
			'open_vote'
		],
		['nothing at all', voted, { writing: true }, {}, undefined],
		['notes that were voted on', voted, { vote: CLOSED }, { notes: 4, clusters: 2 }, undefined],
		['a vote without clusters', VOTE, {}, { notes: 4 }, 'cluster'],
		['a vote with clusters', VOTE, {}, { clusters: 2 }, 'open_vote'],
		['a vote that was closed', VOTE, { vote: CLOSED }, { clusters: 2 }, undefined],
		['a presentation', spoken('presentation'), {}, { notes: 4, clusters: 2 }, undefined],
		['proposals', spoken('proposals'), {}, { clusters: 2 }, 'propose'],
		['proposals that are there', spoken('proposals'), {}, { proposals: 1 }, undefined],
		['a poll of hands', HANDS, {}, { clusters: 2 }, undefined],
		['a break', spoken('break'), {}, {}, undefined]
	] as const)('%s', (_what, setup, now, made, step) => {
		expect(stepOf(setup, now, made)).toBe(step);
	});
});

test('[AK4] an item that works on what came before is told when nothing of it comes before', () => {
	const agenda = [
		spoken('protocol'),
		notes({ clusters: 'apart' }),
		VOTE,
		notes(),
		VOTE,
		spoken('proposals'),
		spoken('plenary')
	];
	expect(agenda.map((_, at) => missingInputs(agenda, at))).toEqual([
		[],
		[],
		// Clusters that an activity keeps to itself are not voted on by another.
		['clusters'],
		[],
		[],
		[],
		[]
	]);
	expect(missingInputs([spoken('proposals')], 0)).toEqual(['clusters', 'ranking']);
	expect(missingInputs(agenda, 99)).toEqual([]);
});

test('[AG5] columns and rules of a vote are asked of the kind', () => {
	expect(columnsOf(notes()).map(({ id }) => id)).toEqual(['S']);
	expect(collectsNotes(VOTE)).toBe(false);
	expect(columnsOf(VOTE)).toEqual([]);
	expect(
		[notes(), notes({ vote: RULES }), VOTE, spoken('break')].map((of) => voteRulesOf(of))
	).toEqual([null, RULES, RULES, null]);
});

test('[RN6] breaks alone are not counted', () => {
	expect(PAUSE_KINDS).toEqual(['break']);
	expect(ACTIVITY_KINDS.filter((kind) => isPause({ kind }))).toEqual(['break']);
	expect(ACTIVITY_KINDS.filter((kind) => !isPause({ kind }))).toContain(DEFAULT_KIND);
});

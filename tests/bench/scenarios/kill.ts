import { LoadGenerator } from '../load/load-generator.ts';
import { peersOf, verdict, type Row } from '../row.ts';
import { pause } from '../run-subject.ts';
import type { SubjectKind } from '../subjects/subject.ts';
import { TACHAWOR } from '../subjects/tachawor.ts';
import type { RunOptions, Scenario } from './scenario.ts';

const PEOPLE = 50;
const NOTES_PER_SECOND = 100;
/** The server is killed amid the writing. */
const KILL_AFTER = 3000;
const SECONDS = 4;

/** The plug is pulled: what had been acknowledged, and what of it is there when the server is back? */
export const KILL: Scenario = {
	name: 'kill',
	about: `kill -9 while ${PEOPLE} people write ${NOTES_PER_SECOND} notes a second`,
	async run(options) {
		const rows: Row[] = [];
		for (const kind of options.subjects)
			if (kind.promise !== undefined) {
				rows.push(await kill(kind, options));
				options.say(`kill ${kind.name}`);
			}
		const own = rows.find(({ subject }) => subject === TACHAWOR.name)?.figures;
		const lost = Number(own?.acknowledgedAndLost);
		const figure = `${lost} of ${own?.acknowledged ?? ''} lost`;
		return {
			rows,
			verdicts: [verdict('kill', 'all that was acknowledged is on disk', figure, lost === 0)]
		};
	}
};

async function kill(kind: SubjectKind, { subjects }: RunOptions): Promise<Row> {
	const capacity = NOTES_PER_SECOND * SECONDS * 2;
	let subject = await kind.start({ people: PEOPLE, notes: 0, capacity });
	let load = await LoadGenerator.start(subject.plan);
	try {
		const crowd = { within: 200, presence: false, notes: 0, patience: 10_000 };
		await load.enter({ ...crowd, from: 0, to: PEOPLE });
		const writing = load.write({
			notesPerSecond: NOTES_PER_SECOND,
			seconds: SECONDS,
			seed: 1,
			from: 0,
			patience: 0
		});
		await pause(KILL_AFTER);
		subject = await subject.restartAfterKill();
		const { acknowledgedNotes } = await writing;
		await load.stop();
		load = await LoadGenerator.start(subject.plan);
		await load.enter({ ...crowd, from: 0, to: 1 });
		const held = await load.held(0, acknowledgedNotes);
		return {
			name: 'kill',
			subject: kind.name,
			peers: peersOf(kind.name, subjects),
			conditions: { people: PEOPLE, notesPerSecond: NOTES_PER_SECOND },
			figures: {
				acknowledged: acknowledgedNotes.length,
				onDisk: held.length,
				acknowledgedAndLost: acknowledgedNotes.length - held.length,
				promise: kind.promise ?? ''
			}
		};
	} finally {
		await load.stop();
		await subject.stop();
	}
}

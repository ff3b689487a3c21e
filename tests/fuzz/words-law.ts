import * as Y from 'yjs';
import { authorOfNoteKey, LAST_NOTE_TIME } from '#lib/domain/boards/note.ts';
import type { Person } from './people.ts';
import { must } from './violation.ts';
import { SPAN } from './world.ts';

/** How a note stood when it was looked at last. */
interface Stood {
	readonly text: string;
	readonly deleted: boolean;
	/** Its words when it last stood with some; undefined where it never did. */
	readonly said: string | undefined;
	readonly mark: unknown;
	readonly at: unknown;
}

/** Milliseconds by which a page’s clock may be wrong and be believed. */
const SLACK = 10_000;

/**
 * Whose words stand under whose name, by how a board stood before an update and stands after it. What
 * somebody else than its author changed says so and names them; what was brought back as it was does not,
 * but for what stood there before anybody looked. Nothing takes a name away, and no note is older than it can be.
 */
export class WordsLaw {
	private readonly doc: Y.Doc;
	private stood: ReadonlyMap<string, Stood>;

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.stood = this.read(new Map());
	}

	/** Throws a Violation where what the writer did and the server made of it breaks the law. */
	check(writer: Person): void {
		const after = this.read(this.stood);
		for (const [key, now] of after) {
			const before = this.stood.get(key);
			if (before === undefined) mustBeTimely(key, now.at);
			else if (authorOfNoteKey(key) !== writer.pseudonym) checkNote(key, before, now, writer);
			else must(now.mark === before.mark, `an author changed the mark on ${key}`);
		}
		this.stood = after;
	}

	private read(before: ReadonlyMap<string, Stood>): Map<string, Stood> {
		const stood = new Map<string, Stood>();
		for (const [key, note] of this.doc.getMap<Y.Map<unknown>>('notes')) {
			const words: unknown = note.get('text');
			const text = words instanceof Y.Text ? words.toString() : '';
			const deleted = note.get('deleted') === true;
			const said = text !== '' && !deleted ? text : before.get(key)?.said;
			stood.set(key, { text, deleted, said, mark: note.get('edited'), at: note.get('at') });
		}
		return stood;
	}
}

function checkNote(key: string, before: Stood, now: Stood, writer: Person): void {
	const named = now.mark === writer.mark;
	const touched = before.text !== now.text || before.deleted !== now.deleted;
	const stands = now.text !== '' && !now.deleted;
	if (touched && stands && now.text !== before.said)
		must(named, `${writer.role} changed another’s words on ${key} and is not named`);
	if (touched && stands && now.text === before.said && before.mark === undefined)
		must(now.mark === undefined || named, `${key} names somebody else than who brought it back`);
	if (now.mark !== before.mark) {
		must(now.mark !== undefined, `the mark on ${key} was taken off`);
		must(named, `${writer.role} changed the mark on ${key} to ${JSON.stringify(now.mark)}`);
	}
}

function mustBeTimely(key: string, at: unknown): void {
	must(typeof at === 'number' && at <= LAST_NOTE_TIME, `no time on ${key}`);
	must(at >= SPAN.from - SLACK && at <= SPAN.to + SLACK, `${key} was written at ${at}`);
}

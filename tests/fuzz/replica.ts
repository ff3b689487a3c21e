import * as Y from 'yjs';
import { addNote, deleteNote, editNoteText, moveNote, readNotes } from '#lib/board/board-doc.ts';
import {
	addCluster,
	mergeClusters,
	putNotes,
	readClusters,
	readMembers,
	removeCluster,
	renameCluster,
	splitCluster,
	takeNotesOut
} from '#lib/board/clusters-doc.ts';
import {
	addAction,
	addAxis,
	addObjective,
	addRow,
	moveEntry,
	readPlan,
	removeEntry,
	removeRow,
	setFields,
	setPlanTitle,
	setRow,
	type EntryChange,
	type NewRow,
	type PlanPart
} from '#lib/board/plan-doc.ts';
import { LIST_NAMES, type ListName } from '#lib/domain/plan/action-fields.ts';
import { newUndoManager } from '#lib/board/undo.ts';
import { authorOfNoteKey } from '#lib/domain/boards/note.ts';
import type { Person } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';
import { ROOTS, type DocumentKind } from './terrain.ts';

/** The words that people write: scripts, surrogates, marks, long ones, and next to nothing. */
const TEXTS = [
	'ضعف التسويق الجماعي للمنتوجات',
	'Manque d’unités de transformation',
	'🌾 زعفران 🌾',
	'e\u0301te\u0301',
	'a',
	'نَقْصُ الْمِيَاهِ فِي الْمَنْطِقَةِ',
	'x'.repeat(200)
];

/**
 * A document on the device of somebody who means well: the verbs that the pages use, and undo as the
 * pages have it. Every replica has a client id of its own, also after a reload.
 */
export class Replica {
	readonly doc = new Y.Doc();
	readonly person: Person;
	/** What this replica wrote and did not hand over yet, one update a change. */
	unsent: Uint8Array[] = [];
	private readonly kind: DocumentKind;
	private readonly random: SeededRandom;
	private readonly undoManager: Y.UndoManager;

	/** `saved` is what the device kept of an earlier replica. */
	constructor(kind: DocumentKind, person: Person, random: SeededRandom, saved?: Uint8Array) {
		this.kind = kind;
		this.person = person;
		this.random = random;
		this.doc.clientID = random.clientId();
		if (saved) Y.applyUpdate(this.doc, saved, 'device');
		const roots = [...ROOTS[kind].entries, ...ROOTS[kind].values];
		this.undoManager = newUndoManager(this.doc, roots);
		this.doc.on('update', (update: Uint8Array, origin: unknown) => {
			if (origin !== 'remote') this.unsent.push(update);
		});
	}

	/** Takes in what came from the server. */
	receive(update: Uint8Array): void {
		Y.applyUpdate(this.doc, update, 'remote');
	}

	/** The same person after a reload of the page: what was on the device, and nothing to undo. */
	reloaded(): Replica {
		const again = new Replica(this.kind, this.person, this.random, Y.encodeStateAsUpdate(this.doc));
		again.unsent = this.unsent;
		this.destroy();
		return again;
	}

	destroy(): void {
		this.undoManager.destroy();
		this.doc.destroy();
	}

	/** Does one thing that this person may do; tells whether it was undo or redo that had something to do. */
	act(): 'undone' | 'done' {
		const turn = this.random.next();
		if (turn < 0.17) return this.undoManager.undo() ? 'undone' : 'done';
		if (turn < 0.25) return this.undoManager.redo() ? 'undone' : 'done';
		if (this.kind === 'board') this.writeNotes();
		else if (this.kind === 'clusters') this.arrangeClusters();
		else if (this.kind === 'plan') this.writePlan();
		return 'done';
	}

	private writeNotes(): void {
		const { doc, random, person } = this;
		const { pseudonym, all } = person;
		const notes = readNotes(doc).filter(({ key }) => all || authorOfNoteKey(key) === pseudonym);
		const note = random.pickOr(notes);
		const turn = random.next();
		const columnId = random.pick(person.columns);
		if (!note || (turn < 0.35 && notes.length < 30)) {
			const at = 1_760_000_000_000 + random.below(1_000_000);
			addNote(doc, { pseudonym, columnId, text: this.words(), at });
		} else if (turn < 0.65) {
			const words = random.chance(0.7) ? spliced(note.text, this.words(), random) : this.words();
			editNoteText(doc, note.key, words, authorOfNoteKey(note.key) !== pseudonym);
		} else if (turn < 0.85) moveNote(doc, note.key, columnId);
		else deleteNote(doc, note.key);
	}

	private arrangeClusters(): void {
		const { doc, random } = this;
		const clusters = readClusters(doc);
		const [one, other] = [random.pickOr(clusters), random.pickOr(clusters)];
		const members = [...readMembers(doc).keys()].map(refOf);
		const some = members.filter(() => random.chance(0.2));
		const fresh = Array.from({ length: random.below(12) }, () => ({
			board: `a0${random.below(3)}`,
			key: `${random.id(16)}:${random.id(12)}`
		}));
		const turn = random.next();
		if (!one || !other || (turn < 0.25 && clusters.length < 30)) {
			addCluster(doc, { ar: this.words() }, fresh);
			return;
		}
		if (turn < 0.45) putNotes(doc, one.id, [...some, ...fresh.slice(0, 5)]);
		else if (turn < 0.6) takeNotesOut(doc, some);
		else if (turn < 0.7) mergeClusters(doc, one.id, other.id);
		else if (turn < 0.8) splitCluster(doc, { fr: this.words() }, some);
		else if (turn < 0.95) renameCluster(doc, one.id, { fr: this.words(), ar: this.words() });
		else removeCluster(doc, one.id);
	}

	private writePlan(): void {
		const { doc, random } = this;
		const plan = readPlan(doc);
		const part = random.pick<PlanPart>(['axes', 'objectives', 'actions']);
		const entry = random.pickOr<{ id: string }>(plan[part]);
		const axis = random.pickOr(plan.axes);
		const objective = random.pickOr(plan.objectives);
		const turn = random.next();
		if (turn < 0.08) setPlanTitle(doc, { ar: this.words(), fr: this.words() });
		else if (!axis || (turn < 0.14 && plan.axes.length < 8)) addAxis(doc, { ar: this.words() });
		else if (!objective || (turn < 0.24 && plan.objectives.length < 20))
			addObjective(doc, axis.id, { ar: this.words() });
		else if (turn < 0.4 && plan.actions.length < 40)
			addAction(
				doc,
				{ ar: this.words() },
				{
					code: `A.1.${random.below(9)}`,
					objectiveId: objective.id,
					...this.actionFields(),
					...this.actionRows()
				}
			);
		else if (!entry) return;
		else if (turn < 0.55) setFields(doc, part, entry.id, { title: { fr: this.words() } });
		else if (turn < 0.65 && part === 'actions') setFields(doc, part, entry.id, this.actionFields());
		else if (turn < 0.8) this.writeRows();
		else if (turn < 0.9) moveEntry(doc, part, entry.id, random.chance(0.5) ? 1 : -1);
		else removeEntry(doc, part, entry.id);
	}

	/** Adds, changes or takes off a row of some action. */
	private writeRows(): void {
		const { doc, random } = this;
		const action = random.pickOr(readPlan(doc).actions);
		if (!action) return;
		const list = random.pick(LIST_NAMES);
		const rows: readonly { readonly id: string }[] = action[list];
		const row = random.pickOr(rows);
		const turn = random.next();
		const written = this.actionRows()[list]?.[0] ?? {};
		if (!row || (turn < 0.4 && rows.length < 8)) addRow<ListName>(doc, action.id, list, written);
		else if (turn < 0.8) setRow<ListName>(doc, list, row.id, written);
		else removeRow(doc, list, row.id);
	}

	private actionFields(): EntryChange {
		const { random } = this;
		return random.pick<EntryChange>([
			{ description: this.words(), cost: random.below(1_000_000) },
			{ rationale: this.words(), nature: 'study', orientation: this.words() },
			{ remarks: this.words(), assumptions: this.words(), physicalProgress: random.below(101) },
			{ cost: null, level: 'province', start: '2026-01', end: null },
			{ quickWin: random.chance(0.5), status: 'in_progress', priority: null },
			{
				crossCutting: random.chance(0.5) ? ['gender', 'youth'] : ['digital'],
				codeKept: 'abcd1234'
			},
			{ proposalIds: [random.id(12)], location: this.words(), beneficiaries: this.words() }
		]);
	}

	private actionRows(): { readonly [List in ListName]?: readonly NewRow<List>[] } {
		const { random } = this;
		return {
			responsible: [{ name: this.words() }, { name: 'x' }],
			owner: [{ name: this.words() }],
			partners: [{ name: this.words(), commitment: this.words() }],
			financing: [{ source: this.words(), amount: random.below(5000), status: 'confirmed' }],
			contributions: [{ year: 2026, source: this.words(), amount: 7 }],
			milestones: [{ label: this.words(), month: '2026-03' }],
			results: [{ label: this.words() }],
			indicators: [{ label: 'x', baseline: '0', target: '9', unit: '%', periodicity: 'x' }],
			risks: [{ label: this.words(), level: 'high', mitigation: this.words() }],
			alignment: [{ programme: this.words() }],
			raci: [{ name: this.words(), role: 'consulted' }]
		};
	}

	private words(): string {
		return this.random.pick(TEXTS);
	}
}

function refOf(id: string): { board: string; key: string } {
	const slash = id.indexOf('/');
	return { board: id.slice(0, slash), key: id.slice(slash + 1) };
}

/** The old words with some new ones in their middle; the fields of a page take 600 characters. */
function spliced(text: string, words: string, random: SeededRandom): string {
	const characters = [...text];
	characters.splice(random.below(characters.length + 1), random.below(4), ...words);
	return characters.slice(0, 600).join('');
}

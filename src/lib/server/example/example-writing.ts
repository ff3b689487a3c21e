import { addNote } from '../../board/board-doc.ts';
import { addCluster, type NoteRef } from '../../board/clusters-doc.ts';
import { addAction, addAxis, addObjective, setPlanTitle } from '../../board/plan-doc.ts';
import type { Pseudonyms } from '../notes/pseudonyms.ts';
import type { Rooms } from '../rooms/rooms.ts';
import { exampleAction } from './example-action.ts';
import { EXAMPLE } from './example-workshop.ts';

/** The example's ids to ours. */
export type Ids = ReadonlyMap<string, string>;

export function idOf(ids: Ids, exampleId: string): string {
	const id = ids.get(exampleId);
	if (id === undefined) throw new Error(`the example names ${exampleId}, which was not loaded`);
	return id;
}

/** Writes the notes of one activity on its board in the order they were written, each as its author's. */
export async function writeExampleNotes(
	deps: { rooms: Rooms; pseudonyms: Pseudonyms },
	exampleActivityId: string,
	board: string,
	authors: Ids
): Promise<Map<string, NoteRef>> {
	const written = new Map<string, NoteRef>();
	for (const note of EXAMPLE.notes) {
		if (note.activity_id !== exampleActivityId) continue;
		const author = idOf(authors, note.author_id);
		const pseudonym = await deps.pseudonyms.of(board, author);
		await deps.rooms.change('board', board, author, (doc) => {
			const at = Date.parse(note.created_at);
			const key = addNote(doc, { pseudonym, columnId: note.column, text: note.text, at });
			written.set(note.id, { board, key });
		});
	}
	return written;
}

/** Makes the clusters of the example and gives their ids. */
export async function writeExampleClusters(
	rooms: Rooms,
	groupingId: string,
	facilitatorId: string,
	notes: ReadonlyMap<string, NoteRef>
): Promise<Ids> {
	const ids = new Map<string, string>();
	await rooms.change('clusters', groupingId, facilitatorId, (doc) => {
		for (const cluster of EXAMPLE.clusters) {
			const members = cluster.note_ids.flatMap((id) => notes.get(id) ?? []);
			const title = { ar: cluster.title_ar, fr: cluster.title_fr };
			ids.set(cluster.id, addCluster(doc, title, members));
		}
	});
	return ids;
}

/** Writes the plan of the example. */
export async function writeExamplePlan(
	rooms: Rooms,
	planId: string,
	facilitatorId: string,
	proposals: Ids
): Promise<void> {
	const plan = EXAMPLE.action_plan;
	await rooms.change('plan', planId, facilitatorId, (doc) => {
		const ids = new Map<string, string>();
		setPlanTitle(doc, { ar: plan.title_ar });
		for (const { id, ar, fr } of plan.axes) ids.set(id, addAxis(doc, { ar, fr }));
		for (const { id, axis_id: axis, ar } of plan.objectives)
			ids.set(id, addObjective(doc, idOf(ids, axis), { ar }));
		for (const action of plan.actions) {
			const { title, fields } = exampleAction(action, {
				objective: idOf(ids, action.objective_id),
				proposals: action.proposal_ids.map((id) => idOf(proposals, id))
			});
			addAction(doc, title, fields);
		}
	});
}

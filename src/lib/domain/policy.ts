import type { Actor, GuestActor } from './people/actor.ts';
import { markOf, type NoteMark } from './boards/note-mark.ts';
import { DomainError } from './errors.ts';
import { seatIn } from './spaces/seat.ts';
import type { SpaceKind } from './spaces/space.ts';

/**
 * The facts about a workshop that decide who may do what there. `facilitators` are the actor ids named
 * in it, lead and co-facilitators alike; `opened` is true once the hall was opened for the first time.
 */
export interface WorkshopAccess {
	readonly id: string;
	readonly regionId: string | null;
	readonly facilitators: readonly string[];
	readonly opened: boolean;
}

/** The facts about a space: rights in it go by the seat. */
export interface SpaceAccess {
	readonly id: string;
	readonly kind: SpaceKind;
}

/** The facts about a board. */
export interface BoardAccess {
	readonly workshop: WorkshopAccess;
	/** Where it stands; null for the hall's. */
	readonly space: SpaceAccess | null;
	/** Notes may be written now. */
	readonly writing: boolean;
	/** It was opened, so that its notes may be read. */
	readonly visible: boolean;
	/** Those of other spaces may read it too, as in the plenary. The hall's is read by everybody. */
	readonly shown: boolean;
	/** Nobody writes on it. */
	readonly locked: boolean;
	/** Participants write where nobody else reads, until the notes are revealed. */
	readonly unrevealed: boolean;
	/** The ids of its columns. */
	readonly columns: readonly string[];
}

/** What can be asked of the installation as a whole. */
export type SystemAction = 'manage_accounts' | 'manage_regions' | 'create_workshop';

/** What can be asked of one workshop. */
export type WorkshopAction =
	| 'prepare' // title, categories, agenda, organisers
	| 'run' // open and close activities, the timer, the hall
	| 'see_presence'
	| 'cluster' // clusters document
	| 'manage_vote' // open and close, never a single ballot
	| 'cast_vote'
	| 'read_results'
	| 'write_proposals'
	| 'read_proposals'
	| 'write_plan'
	| 'read_plan'
	| 'export'
	| 'read_stage'
	| 'read_clusters'
	| 'read_history' // who changed which note, and how it read before
	| 'keep_data' // what is kept of persons, for how long; their own file, and erasing it
	| 'see_workshop';

/** What can be asked of one board. */
export type BoardAction =
	| 'read_notes'
	| 'write_notes'
	/** In a document of one's own, before the reveal. */
	| 'write_privately'
	| 'change_all_notes'
	/** To facilitators, for a board where writing has ended. */
	| 'hand_in_notes';

/** May `actor` do `action` in the installation? Rule [PO1]. */
export function canDo(actor: Actor, action: SystemAction): boolean {
	if (actor.kind !== 'account') return false;
	switch (action) {
		case 'manage_accounts':
		case 'manage_regions':
			return actor.role === 'administrator';
		case 'create_workshop':
			return actor.role === 'facilitator';
	}
}

const PARTICIPANT: ReadonlySet<WorkshopAction> = new Set([
	'read_stage',
	'read_clusters',
	'see_workshop'
]);
const SCREEN: ReadonlySet<WorkshopAction> = new Set([
	'read_stage',
	'read_clusters',
	'read_results',
	'see_workshop'
]);
const DIRECTOR: ReadonlySet<WorkshopAction> = new Set([
	'see_workshop',
	'read_results',
	'read_proposals',
	'read_plan',
	'export'
]);

/** May `actor` do `action` in the workshop? Rules [PO2] to [PO6]. */
export function canInWorkshop(
	actor: Actor,
	action: WorkshopAction,
	workshop: WorkshopAccess
): boolean {
	switch (actor.kind) {
		case 'screen':
			return actor.workshopId === workshop.id && SCREEN.has(action);
		case 'guest':
			if (actor.workshopId !== workshop.id) return false;
			if (action === 'cast_vote') return !actor.observing;
			if (action === 'read_results') return true;
			return PARTICIPANT.has(action);
		case 'account':
			if (actor.role === 'facilitator')
				return action !== 'cast_vote' && workshop.facilitators.includes(actor.id);
			if (actor.role === 'director')
				return (
					workshop.opened &&
					workshop.regionId !== null &&
					actor.regions.includes(workshop.regionId) &&
					DIRECTOR.has(action)
				);
			return false;
	}
}

/**
 * May `actor` fill in the synthesis of a space of the workshop? Rule [PO16]: the rapporteur and the
 * facilitator who sit there, and those who run the workshop.
 */
export function canWriteSynthesis(
	actor: Actor,
	space: SpaceAccess,
	workshop: WorkshopAccess
): boolean {
	if (actor.kind !== 'guest') return canInWorkshop(actor, 'run', workshop);
	const role = actor.workshopId === workshop.id && seatIn(actor.seats, space.id)?.role;
	return !actor.observing && (role === 'rapporteur' || role === 'facilitator');
}

/** May `actor` do `action` on the board? Rules [PO7], [PO8], [PO13] and [PO15]. */
export function canOnBoard(actor: Actor, action: BoardAction, board: BoardAccess): boolean {
	const { workshop } = board;
	switch (actor.kind) {
		case 'screen':
			// The whole hall looks at it: a table's board is seen there once everybody reads it.
			return (
				action === 'read_notes' &&
				actor.workshopId === workshop.id &&
				board.visible &&
				(board.space === null || board.shown)
			);
		case 'guest':
			if (actor.workshopId !== workshop.id || !board.visible || actor.observing) return false;
			return guestCanOnBoard(actor, action, board);
		case 'account':
			// A director reads people's words in proposals, plan and documents, which name no pseudonym.
			return (
				actor.role === 'facilitator' &&
				action !== 'hand_in_notes' &&
				action !== 'write_privately' &&
				workshop.facilitators.includes(actor.id)
			);
	}
}

function guestCanOnBoard(actor: GuestActor, action: BoardAction, board: BoardAccess): boolean {
	const { space } = board;
	const seat = space && seatIn(actor.seats, space.id);
	const here = space === null || seat !== undefined;
	switch (action) {
		case 'read_notes':
			return here || board.shown;
		case 'write_notes':
			return here && board.writing && !board.unrevealed;
		case 'write_privately':
			return here;
		case 'change_all_notes':
			return board.writing && space?.kind === 'table' && seat?.role === 'facilitator';
		case 'hand_in_notes':
			// Words of somebody who was moved since are not lost: a facilitator decides on them.
			return true;
	}
}

/**
 * What `actor` may do to the notes of a board under `pseudonym`, and to those of the entries `merged` into theirs. Rules [PO7], [PO8], [PO13] to [PO15]: a
 * locked board is written by nobody; a facilitator, and a table's facilitator on that table's open
 * boards, has charge of all notes; what a participant may not do because writing is not open is `closed`.
 */
export function boardRights(
	actor: Actor,
	board: BoardAccess,
	pseudonym: string | null,
	merged: readonly string[] = []
): DocumentRights {
	const { columns } = board;
	// Before the reveal nothing stands on the board itself, whoever writes: it would be read by everybody.
	const shut = board.locked || board.unrevealed;
	const writes = !shut && canOnBoard(actor, 'write_notes', board);
	const all = !shut && canOnBoard(actor, 'change_all_notes', board);
	const wouldWrite = canOnBoard(actor, 'write_notes', { ...board, writing: true });
	return {
		pseudonym,
		merged,
		own: writes || all,
		all,
		mark: all ? markOf(actor) : null,
		columns,
		closed: !writes && wouldWrite
	};
}

/** May `actor` have a document of their own on the board, to write notes that nobody else reads? Rule [PV1]. */
export function canWritePrivately(actor: Actor, board: BoardAccess): boolean {
	return actor.kind === 'guest' && canOnBoard(actor, 'write_privately', board);
}

/** What its owner may do in such a document under `pseudonym`: write while the board is open. Rule [PV1]. */
export function privateRights(board: BoardAccess, pseudonym: string): DocumentRights {
	const { columns, writing, locked } = board;
	const own = writing && !locked;
	return { pseudonym, merged: [], own, all: false, mark: null, columns, closed: !own };
}

/** The rights of whoever writes a document as a whole (`all`) or only reads it. */
export function documentRights(all: boolean): DocumentRights {
	return {
		pseudonym: null,
		merged: [],
		own: false,
		all,
		mark: null,
		columns: [],
		closed: false
	};
}

/** What one actor may do in one shared document now. */
export interface DocumentRights {
	/** Whose notes are the actor's own on a board; null where nobody's are. */
	readonly pseudonym: string | null;
	/** Pseudonyms of entries that were merged into the actor's: what was written under them is their own too. */
	readonly merged: readonly string[];
	/** Create, edit, move, delete and restore one's own notes. */
	readonly own: boolean;
	/** On a board others' notes too; clusters and the plan as a whole. */
	readonly all: boolean;
	/** What the server writes on another's note whose words the actor changed; null for who changes none. */
	readonly mark: NoteMark | null;
	/** The ids of the columns that the board has now. */
	readonly columns: readonly string[];
	/** What is missing in rights is missing because writing is not open: it can be handed in late. */
	readonly closed: boolean;
}

/** What can be done to a note. */
export type NoteChange = 'create' | 'edit' | 'move' | 'delete' | 'restore' | 'mark_edited';

/** May whoever has `rights` do this to a note that is their own or another's? Rules [PO9] to [PO11]. */
export function mayChangeNote(
	rights: Pick<DocumentRights, 'own' | 'all'>,
	note: { readonly own: boolean },
	change: NoteChange
): boolean {
	switch (change) {
		case 'create':
			return rights.own && note.own;
		case 'edit':
		case 'move':
		case 'delete':
		case 'restore':
			return rights.all || (rights.own && note.own);
		case 'mark_edited':
			return rights.all && !note.own;
	}
}

/** May whoever has `rights` change the clusters or the plan? Rule [PO12]. */
export function mayWriteDocument(rights: Pick<DocumentRights, 'all'>): boolean {
	return rights.all;
}

/** The first line of a service method: throws `forbidden` unless the rule allows it. */
export function assertAllowed(allowed: boolean): void {
	if (!allowed) throw new DomainError('forbidden');
}

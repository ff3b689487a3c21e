import { describe, expect, test } from 'vitest';
import type { AccountActor, Actor, GuestActor, ScreenActor } from './people/actor.ts';
import type { Seat } from './spaces/seat.ts';
import {
	canDo,
	canInWorkshop,
	boardRights,
	canOnBoard,
	mayChangeNote,
	mayWriteDocument,
	type NoteChange,
	canWritePrivately,
	canWriteSynthesis,
	privateRights,
	type BoardAccess,
	type WorkshopAccess,
	type WorkshopAction
} from './policy.ts';

const WORKSHOP: WorkshopAccess = {
	id: 'w',
	regionId: 'fes-meknes',
	facilitators: ['f'],
	opened: true
};
const account = (role: AccountActor['role'], over: Partial<AccountActor> = {}): AccountActor => ({
	kind: 'account',
	id: role[0] ?? '',
	role,
	regions: [],
	...over
});
const guest = (over: Partial<GuestActor> = {}): GuestActor => ({
	kind: 'guest',
	id: 'g',
	workshopId: 'w',
	participantId: 'p',
	categoryId: 'c',
	role: 'participant',
	observing: false,
	seats: [],
	...over
});
const screen: ScreenActor = { kind: 'screen', id: 's', workshopId: 'w' };
const facilitator = account('facilitator');
const administrator = account('administrator');
const director = account('director', { regions: ['fes-meknes'] });

const ACTIONS: readonly WorkshopAction[] = [
	'prepare',
	'run',
	'see_presence',
	'cluster',
	'manage_vote',
	'cast_vote',
	'read_results',
	'write_proposals',
	'read_proposals',
	'write_plan',
	'read_plan',
	'export',
	'read_stage',
	'read_clusters',
	'keep_data',
	'see_workshop'
];

function allowed(actor: Actor, workshop = WORKSHOP): WorkshopAction[] {
	return ACTIONS.filter((action) => canInWorkshop(actor, action, workshop));
}

describe('who may do what', () => {
	test('[PO1] administrators manage accounts and regions, facilitators make workshops', () => {
		expect(canDo(administrator, 'manage_accounts')).toBe(true);
		expect(canDo(administrator, 'manage_regions')).toBe(true);
		expect(canDo(administrator, 'create_workshop')).toBe(false);
		expect(canDo(facilitator, 'create_workshop')).toBe(true);
		for (const actor of [facilitator, director, guest(), screen])
			expect(canDo(actor, 'manage_accounts')).toBe(false);
	});

	test('[PO2] a facilitator who is named does everything but vote; one who is not, nothing', () => {
		expect(allowed(facilitator)).toEqual(ACTIONS.filter((action) => action !== 'cast_vote'));
		expect(allowed(account('facilitator', { id: 'other' }))).toEqual([]);
	});

	test('[PO3] a participant follows, reads results and votes, in their own workshop alone', () => {
		const own = ['cast_vote', 'read_results', 'read_stage', 'read_clusters', 'see_workshop'];
		expect(allowed(guest())).toEqual(own);
		expect(allowed(guest({ workshopId: 'other' }))).toEqual([]);
	});

	test('[PO4] who observes does not vote', () => {
		expect(allowed(guest({ observing: true }))).not.toContain('cast_vote');
	});

	test('[PO5] a director reads and exports opened workshops of their regions, and changes nothing', () => {
		expect(allowed(director)).toEqual([
			'read_results',
			'read_proposals',
			'read_plan',
			'export',
			'see_workshop'
		]);
		expect(allowed(account('director', { regions: ['oriental'] }))).toEqual([]);
		expect(allowed(director, { ...WORKSHOP, opened: false })).toEqual([]);
		expect(allowed(director, { ...WORKSHOP, regionId: null })).toEqual([]);
	});

	test('[PO6] an administrator gets no content by that role; a screen only reads', () => {
		expect(allowed(administrator)).toEqual([]);
		expect(allowed(screen)).toEqual([
			'read_results',
			'read_stage',
			'read_clusters',
			'see_workshop'
		]);
		expect(allowed({ ...screen, workshopId: 'other' })).toEqual([]);
	});

	const open: BoardAccess = {
		workshop: WORKSHOP,
		space: null,
		writing: true,
		visible: true,
		shown: true,
		locked: false,
		unrevealed: false,
		columns: ['needs']
	};
	const closed = { ...open, writing: false };
	const hidden = { ...open, writing: false, visible: false };

	test('[PO7] participants write while writing is open and read what was shown; observers neither', () => {
		expect(canOnBoard(guest(), 'write_notes', open)).toBe(true);
		expect(canOnBoard(guest(), 'write_notes', closed)).toBe(false);
		expect(canOnBoard(guest(), 'read_notes', closed)).toBe(true);
		expect(canOnBoard(guest(), 'read_notes', hidden)).toBe(false);
		expect(canOnBoard(guest({ workshopId: 'other' }), 'read_notes', open)).toBe(false);
		for (const action of ['read_notes', 'write_notes'] as const)
			expect(canOnBoard(guest({ observing: true }), action, open)).toBe(false);
	});

	test('[PO8] facilitators write at any time; a screen only reads, and a director opens no board', () => {
		expect(canOnBoard(facilitator, 'write_notes', closed)).toBe(true);
		expect(canOnBoard(account('facilitator', { id: 'other' }), 'read_notes', open)).toBe(false);
		expect(canOnBoard(screen, 'read_notes', open)).toBe(true);
		expect(canOnBoard(screen, 'read_notes', hidden)).toBe(false);
		expect(canOnBoard(screen, 'write_notes', open)).toBe(false);
		expect(canOnBoard(director, 'read_notes', closed)).toBe(false);
		expect(canOnBoard(director, 'write_notes', open)).toBe(false);
		expect(canOnBoard(administrator, 'read_notes', open)).toBe(false);
	});
	const table: BoardAccess = { ...open, space: { id: 't1', kind: 'table' }, shown: false };
	const at = (spaceId: string, role: Seat['role'], layer: Seat['layer'] = 'table') =>
		guest({ seats: [{ spaceId, layer, role }] });
	const host = at('t1', 'facilitator');

	test('[PO13] a table’s facilitator has charge of all notes on its boards, while they are open and not locked', () => {
		expect(boardRights(host, table, 'me')).toMatchObject({ own: true, all: true });
		const nothing = { own: false, all: false };
		for (const board of [
			{ ...table, writing: false },
			{ ...table, visible: false },
			{ ...table, locked: true },
			{ ...table, unrevealed: true },
			{ ...table, space: { id: 't2', kind: 'table' } as const },
			{ ...table, space: { id: 't2', kind: 'table' } as const, shown: true },
			closed
		])
			expect(boardRights(host, board, 'me')).toMatchObject(nothing);
		expect(boardRights(host, open, 'me')).toMatchObject({ own: true, all: false });
		expect(boardRights({ ...host, observing: true }, table, 'me')).toMatchObject(nothing);
		const room = { ...table, space: { id: 'r', kind: 'room' } as const };
		expect(boardRights(at('r', 'facilitator', 'room'), room, 'me').all).toBe(false);
		expect(boardRights(at('t1', 'rapporteur'), table, 'me')).toMatchObject({
			own: true,
			all: false,
			columns: ['needs']
		});
	});

	test('[PO15] nobody reads another table’s board before it is shown; then all read it, and none of them writes', () => {
		const shown = { ...table, shown: true };
		expect(canOnBoard(screen, 'read_notes', table)).toBe(false);
		expect(canOnBoard(screen, 'read_notes', shown)).toBe(true);
		expect(canOnBoard(screen, 'read_notes', { ...shown, visible: false })).toBe(false);
		for (const actor of [guest(), at('t2', 'facilitator')]) {
			expect(canOnBoard(actor, 'read_notes', table)).toBe(false);
			expect(canWritePrivately(actor, table)).toBe(false);
			expect(canOnBoard(actor, 'read_notes', shown)).toBe(true);
			expect(canWritePrivately(actor, shown)).toBe(false);
			expect(boardRights(actor, shown, 'me')).toMatchObject({ own: false, closed: false });
		}
		expect(canOnBoard(director, 'read_notes', shown)).toBe(false);
		for (const actor of [at('t1', 'member'), facilitator])
			expect(canOnBoard(actor, 'read_notes', table)).toBe(true);
		expect(canOnBoard(at('t1', 'member'), 'write_notes', table)).toBe(true);
		expect(canOnBoard(guest(), 'hand_in_notes', table)).toBe(true);
	});

	test('[PO16] the synthesis of a table is filled in by its rapporteur, its facilitator, and those who run the workshop', () => {
		const space = { id: 't1', kind: 'table' } as const;
		for (const actor of [host, at('t1', 'rapporteur'), facilitator])
			expect(canWriteSynthesis(actor, space, WORKSHOP)).toBe(true);
		const away = { ...at('t1', 'rapporteur'), workshopId: 'other' };
		for (const actor of [
			guest(),
			at('t1', 'member'),
			at('t2', 'rapporteur'),
			away,
			{ ...at('t1', 'rapporteur'), observing: true },
			screen,
			director,
			administrator
		])
			expect(canWriteSynthesis(actor, space, WORKSHOP)).toBe(false);
	});

	test('[PV1] before the reveal participants write nothing on the board, and only they have a place of their own', () => {
		const unrevealed = { ...open, unrevealed: true };
		for (const actor of [guest(), at('t1', 'rapporteur')])
			expect(boardRights(actor, unrevealed, 'me')).toMatchObject({ own: false, closed: false });
		expect(canWritePrivately(guest(), unrevealed)).toBe(true);
		expect(canWritePrivately(guest(), { ...unrevealed, visible: false })).toBe(false);
		for (const actor of [facilitator, director, screen, administrator, guest({ observing: true })])
			expect(canWritePrivately(actor, unrevealed)).toBe(false);
	});

	test('[PV1] in their own place they change what is theirs, while the activity is open and not locked', () => {
		expect(privateRights(open, 'me')).toEqual({
			pseudonym: 'me',
			merged: [],
			own: true,
			all: false,
			mark: null,
			columns: ['needs'],
			closed: false
		});
		for (const board of [closed, { ...open, locked: true }])
			expect(privateRights(board, 'me')).toMatchObject({ own: false, all: false, closed: true });
	});

	test('[PO14] nobody writes on a locked board; whoever would write it otherwise is told it is closed', () => {
		const locked = { ...open, locked: true };
		for (const actor of [guest(), host, facilitator])
			expect(boardRights(actor, locked, 'me')).toMatchObject({
				own: false,
				all: false,
				closed: true
			});
		expect(boardRights(guest(), closed, 'me').closed).toBe(true);
		expect(boardRights(guest({ observing: true }), closed, null).closed).toBe(false);
		expect(boardRights(screen, locked, null).closed).toBe(false);
	});

	const CHANGES: readonly NoteChange[] = [
		'create',
		'edit',
		'move',
		'delete',
		'restore',
		'mark_edited'
	];
	const mayDo = (own: boolean, all: boolean, ownNote: boolean): NoteChange[] =>
		CHANGES.filter((change) => mayChangeNote({ own, all }, { own: ownNote }, change));

	test('[PO9] [PO10] who may write creates in their own name and changes their own notes', () => {
		expect(mayDo(true, false, true)).toEqual(['create', 'edit', 'move', 'delete', 'restore']);
		expect(mayDo(true, false, false)).toEqual([]);
		expect(mayDo(false, false, true)).toEqual([]);
	});

	test('[PO10] [PO11] who has charge of all changes anybody’s, and marks what others wrote', () => {
		expect(mayDo(true, true, false)).toEqual(['edit', 'move', 'delete', 'restore', 'mark_edited']);
		expect(mayDo(true, true, true)).toEqual(['create', 'edit', 'move', 'delete', 'restore']);
		expect(mayDo(false, true, true)).toEqual(['edit', 'move', 'delete', 'restore']);
	});

	test('[PO12] clusters and the plan are written by those who may write them as a whole', () => {
		expect(mayWriteDocument({ all: true })).toBe(true);
		expect(mayWriteDocument({ all: false })).toBe(false);
	});
	test('[PV1] before the reveal nobody writes on the board itself, whatever their role', () => {
		const hiddenYet = { ...open, unrevealed: true };
		for (const actor of [guest(), host, facilitator])
			expect(boardRights(actor, hiddenYet, 'me')).toMatchObject({ own: false, all: false });
	});
});

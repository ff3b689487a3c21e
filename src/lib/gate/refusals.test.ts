import * as encoding from 'lib0/encoding';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import * as content from '../../../tests/fuzz/forge-contents.ts';
import {
	encodeRaw,
	type RawContent,
	type RawDeletes,
	type RawId,
	type RawItem,
	type RawStruct
} from '../../../tests/fuzz/forge-update.ts';
import {
	facilitator,
	GatedDocument,
	participant
} from '../../../tests/support/sockets/gated-document.ts';
import { addNote, deleteNote, moveNote, notesOf } from '../board/board-doc.ts';
import { eraseNotes } from '../board/erase-notes.ts';
import { addCluster } from '../board/clusters-doc.ts';
import { boardSchema } from './schemas/board-schema.ts';
import { clustersSchema } from './schemas/clusters-schema.ts';
import type { Writer } from './gate.ts';
import type { GateLimits } from './gate-limits.ts';
import { nobodySchema } from './schemas/nobody-schema.ts';
import { planSchema } from './schemas/plan-schema.ts';
import { REFUSAL_CODE, type RefusalReason } from './refusal.ts';
import type { Verdict } from './verdict.ts';

const A = participant('a');
const B = participant('b');
const F = facilitator('f');
const OWN = 7001;
const OTHER = 7002;
const NEW_KEY = `${'a'.repeat(16)}:0123456789`;

/** A board with a note of A, one of B that was moved, and the means to forge updates about them. */
class ForgedBoard {
	readonly room: GatedDocument;
	readonly own: string;
	readonly other: string;

	constructor(limits: Partial<GateLimits> = {}, before: (doc: Y.Doc) => void = () => undefined) {
		this.room = new GatedDocument(boardSchema(), limits, before);
		const [a, b] = [this.room.page(A, OWN), this.room.page(B, OTHER)];
		this.own = addNote(a.doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'abc', at: 1 });
		this.other = addNote(b.doc, { pseudonym: 'b'.repeat(16), columnId: 'S', text: 'xyz', at: 1 });
		moveNote(b.doc, this.other, 'W');
		for (const verdict of [...a.send(), ...b.send()])
			if (verdict.kind !== 'accepted') throw new Error(JSON.stringify(verdict));
	}

	/** The item of a note, or of one of its fields as it stands. */
	id(key: string, field?: string): RawId {
		const notes = notesOf(this.room.doc);
		const item = (field === undefined ? notes : notes.get(key))?._map.get(field ?? key);
		if (!item) throw new Error(`no ${field} of ${key}`);
		return item.lastId;
	}

	/** The first character of a note. */
	character(key: string): RawId {
		const text = notesOf(this.room.doc).get(key)?.get('text');
		const first = text instanceof Y.Text ? text._start : null;
		if (!first) throw new Error(`no text of ${key}`);
		return first.id;
	}

	/** The next clock of a client. */
	next(client: number): number {
		return Y.getState(this.room.doc.store, client);
	}

	/** What the gate says of structs of A's client, or of another's. */
	say(
		structs: readonly RawStruct[],
		more: { deletes?: readonly RawDeletes[]; writer?: Writer; client?: number; clock?: number } = {}
	): Verdict {
		const { deletes = [], writer = A, client = OWN } = more;
		const { clock = this.next(client) } = more;
		const groups = structs.length > 0 ? [{ client, clock, structs }] : [];
		return this.room.take(encodeRaw({ groups, deletes }), writer);
	}

	/** What the gate says of the deletion of one clock. */
	sayDelete(id: RawId, length = 1, writer = A): Verdict {
		const deletes = [{ client: id.client, ranges: [{ clock: id.clock, length }] }];
		return this.say([], { deletes, writer });
	}

	/** The structs of a whole new note that begins at the next clock of A; parts can be left out or replaced. */
	note(
		parts: Partial<Record<'column' | 'text' | 'at', RawItem | null>> = {},
		key = NEW_KEY,
		client = OWN
	): RawItem[] {
		const parent = { client, clock: this.next(client) };
		const whole = {
			column: field('column', content.any(['S']), parent),
			text: field('text', content.type(content.TYPE_REF.text), parent),
			at: field('at', content.any([5]), parent),
			...parts
		};
		return [
			item(content.type(content.TYPE_REF.map), { parent: 'notes', sub: key }),
			...Object.values(whole).filter((part) => part !== null)
		];
	}
}

function item(itemContent: RawContent, where: Partial<RawItem>): RawItem {
	return { kind: 'item', content: itemContent, ...where };
}

function field(sub: string, itemContent: RawContent, parent: RawId): RawItem {
	return item(itemContent, { parent, sub });
}

/** A field of A's note. */
function ofOwn(board: ForgedBoard, sub: string, itemContent: RawContent, where = {}): RawItem {
	return item(itemContent, { parent: board.id(board.own), sub, ...where });
}

/** Characters in A's note, before the first one. */
function inText(board: ForgedBoard, itemContent: RawContent, where = {}): RawItem {
	return item(itemContent, { rightOrigin: board.character(board.own), ...where });
}

function say(structs: (board: ForgedBoard) => readonly RawStruct[]): Verdict {
	const board = new ForgedBoard();
	return board.say(structs(board));
}

function value(values: readonly unknown[]): RawContent {
	return content.any(values as encoding.AnyEncodable[]);
}

/** A value whose bytes no encoder would write. */
function rawValue(bytes: readonly number[]): RawContent {
	return {
		ref: 8,
		length: 1,
		write({ restEncoder }) {
			encoding.writeVarUint(restEncoder, 1);
			encoding.writeUint8Array(restEncoder, Uint8Array.from(bytes));
		}
	};
}

function clusters(write: (doc: Y.Doc) => void, limits: Partial<GateLimits>, writer = F): Verdict {
	const room = new GatedDocument(clustersSchema(), limits);
	const page = room.page(writer);
	write(page.doc);
	return page.reconnect();
}

/** For each reason one update that is refused for it and for nothing else. */
const FORGED: Readonly<Record<RefusalReason, () => Verdict>> = {
	'too-big': () => new ForgedBoard({ updateBytes: 300 }).room.take(new Uint8Array(301), A),
	malformed: () => new ForgedBoard().room.take(Uint8Array.of(1, 1, 1), A),
	'trailing-bytes': () => {
		const board = new ForgedBoard();
		const groups = [{ client: OWN, clock: board.next(OWN), structs: board.note() }];
		return board.room.take(encodeRaw({ groups, deletes: [], trailing: Uint8Array.of(0) }), A);
	},
	'too-many-structs': () => {
		const group = { client: OWN, clock: 0, structs: [], declared: 30_000_000 };
		return new ForgedBoard().room.take(encodeRaw({ groups: [group], deletes: [] }), A);
	},
	'zero-length': () => say((board) => [inText(board, content.string(''))]),
	skip: () => say(() => [{ kind: 'skip', length: 1 }]),
	'client-twice': () => {
		const board = new ForgedBoard();
		const group = { client: OWN, clock: board.next(OWN), structs: board.note() };
		return board.room.take(encodeRaw({ groups: [group, group], deletes: [] }), A);
	},
	'client-range': () => new ForgedBoard().say([{ kind: 'gc', length: 1 }], { client: 2 ** 32 }),
	'content-kind': () => say((board) => [inText(board, content.format('bold', 'true'))]),
	'type-kind': () =>
		say((board) => board.note({ text: field('text', content.type(0), board.id(board.own)) })),
	'value-kind': () => say((board) => [ofOwn(board, 'column', value([Uint8Array.of(1)]))]),
	'value-depth': () => say((board) => [ofOwn(board, 'column', value([[[[[[1]]]]]]))]),
	prototype: () =>
		say((board) => [
			ofOwn(
				board,
				'column',
				// An object with the one key `__proto__`, whose value is an object.
				rawValue([118, 1, 9, ...Buffer.from('__proto__'), 118, 0])
			)
		]),
	nul: () => say((board) => [inText(board, content.string('a\0'))]),
	'server-client': () => new ForgedBoard().say([{ kind: 'gc', length: 1 }], { client: 1 }),
	'foreign-client': () => new ForgedBoard().say([{ kind: 'gc', length: 1 }], { client: OTHER }),
	'unbound-client': () => {
		const board = new ForgedBoard({}, (doc) => {
			doc.clientID = 9;
			addNote(doc, { pseudonym: 'a'.repeat(16), columnId: 'S', text: 'by the server', at: 1 });
		});
		return board.say([{ kind: 'gc', length: 1 }], { client: 9 });
	},
	'too-many-clients': () => {
		const board = new ForgedBoard({ clientsPerActor: 1 });
		return board.say([{ kind: 'gc', length: 1 }], { client: 77 });
	},
	'clock-jump': () => say(() => [{ kind: 'gc', length: 500_001 }]),
	'self-reference': () =>
		say((board) => [
			inText(board, content.string('a'), { origin: { client: OWN, clock: board.next(OWN) } })
		]),
	'torn-place': () =>
		say((board) => [inText(board, content.string('a'), { origin: board.character(board.other) })]),
	'torn-order': () =>
		say((board) => {
			const first = board.character(board.own);
			const second = { client: first.client, clock: first.clock + 1 };
			return [item(content.string('a'), { origin: second, rightOrigin: first })];
		}),
	'unknown-root': () => say(() => [item(value([1]), { parent: 'elsewhere', sub: 'a' })]),
	'list-in-map': () => say(() => [item(value([1]), { parent: 'notes' })]),
	'map-in-text': () =>
		say((board) => [item(content.string('a'), { parent: board.id(board.own, 'text'), sub: 'a' })]),
	'not-a-parent': () =>
		say((board) => [item(value([1]), { parent: board.id(board.own, 'at'), sub: 'a' })]),
	'left-of-value': () =>
		say((board) => [
			ofOwn(board, 'column', value(['O']), { rightOrigin: board.id(board.own, 'column') })
		]),
	'unknown-key': () => say((board) => board.note({}, `${'A'.repeat(16)}:0123456789`)),
	'unknown-field': () => say((board) => [ofOwn(board, 'author', value(['me']))]),
	'not-an-entry': () => say(() => [item(value(['a']), { parent: 'notes', sub: NEW_KEY })]),
	'not-a-value': () => say((board) => [ofOwn(board, 'column', content.type(content.TYPE_REF.map))]),
	'not-a-text': () =>
		say((board) =>
			board.note({ text: field('text', value(['a']), { client: OWN, clock: board.next(OWN) }) })
		),
	'not-characters': () => say((board) => [inText(board, value(['a']))]),
	value: () => say((board) => [ofOwn(board, 'deleted', value(['yes']))]),
	replaced: () => say((board) => board.note({}, board.own)),
	'without-column': () => say((board) => board.note({ column: null })),
	'without-text': () => say((board) => board.note({ text: null })),
	'without-time': () => say((board) => board.note({ at: null })),
	'without-action': () => {
		const page = new GatedDocument(planSchema()).page(F);
		page.doc.getMap('owner').set('abcd1234', new Y.Map(Object.entries({ name: 'x' })));
		return page.send()[0]!;
	},
	'made-later': () => {
		const key = `${'a'.repeat(16)}:aaaaaaaaaa`;
		const board = new ForgedBoard({}, (doc) => {
			doc.getMap('notes').set(key, new Y.Map(Object.entries({ column: 'S' })));
		});
		return board.say([field('at', value([5]), board.id(key))]);
	},
	emptied: () =>
		say((board) => [item(content.deleted(1), { origin: board.id(board.own, 'column') })]),
	column: () => say((board) => [item(value(['Z']), { origin: board.id(board.own, 'column') })]),
	'delete-twice': () => {
		const range = { client: OWN, ranges: [{ clock: 0, length: 1 }] };
		return new ForgedBoard().say([], { deletes: [range, range] });
	},
	'delete-order': () => {
		const ranges = [
			{ clock: 4, length: 1 },
			{ clock: 4, length: 1 }
		];
		return new ForgedBoard().say([], { deletes: [{ client: OWN, ranges }] });
	},
	'too-many-deletes': () => {
		const deletes = [{ client: OWN, ranges: [], declared: 30_000_000 }];
		return new ForgedBoard().say([], { deletes });
	},
	'future-delete': () => {
		const board = new ForgedBoard();
		return board.sayDelete({ client: OWN, clock: board.next(OWN) });
	},
	'deletes-type': () => {
		const board = new ForgedBoard();
		return board.sayDelete(board.id(board.own));
	},
	'deletes-kept': () => {
		const board = new ForgedBoard();
		return board.sayDelete(board.id(board.own, 'at'));
	},
	'too-long': () => say((board) => [inText(board, content.string('x'.repeat(2400)))]),
	'too-many-notes': () => {
		const board = new ForgedBoard({ notesPerPerson: 1 });
		return board.say(board.note());
	},
	'too-many-changes': () => {
		const board = new ForgedBoard({ itemsPerNote: 12 });
		const clock = board.next(OWN);
		// Each before the one before.
		const structs = Array.from({ length: 12 }, (_, at) => {
			const rightOrigin = { client: OWN, clock: clock + at - 1 };
			return inText(board, content.string('x'), at === 0 ? {} : { rightOrigin });
		});
		return board.say(structs);
	},
	'too-many-writes': () => {
		const board = new ForgedBoard({ writesPerField: 2 });
		const flag = ofOwn(board, 'deleted', value([true]));
		return board.say([flag, flag, flag]);
	},
	'too-many-entries': () =>
		clusters(
			(doc) => {
				addCluster(doc, { ar: 'أ' }, []);
				addCluster(doc, { ar: 'ب' }, []);
			},
			{ entries: 1 }
		),
	'too-many-values': () =>
		clusters(
			(doc) =>
				addCluster(doc, { ar: 'أ' }, [
					{ board: 'a', key: '1' },
					{ board: 'a', key: '2' }
				]),
			{ members: 1 }
		),
	closed: () => {
		const board = new ForgedBoard();
		return board.say(board.note(), { writer: participant('a', { own: false, closed: true }) });
	},
	erased: () => {
		const board = new ForgedBoard();
		eraseNotes(board.room.doc, (key) => key === board.own, 'gone');
		return board.say([inText(board, content.string('abc'))]);
	},
	'nobody-writes': () => {
		const room = new GatedDocument(nobodySchema());
		const group = { client: OWN, clock: 0, structs: [{ kind: 'gc', length: 1 } as const] };
		return room.take(encodeRaw({ groups: [group], deletes: [] }), F);
	},
	'read-only': () => {
		const board = new ForgedBoard();
		return board.say(board.note(), { writer: participant('a', { own: false }) });
	},
	'not-your-name': () => {
		const board = new ForgedBoard();
		const forged = board.note({}, `${'b'.repeat(16)}:0123456789`, 70);
		return board.say(forged, { writer: F, client: 70 });
	},
	'not-your-words': () => {
		const board = new ForgedBoard();
		return board.sayDelete(board.character(board.other));
	},
	'not-yours-to-move': () =>
		say((board) => [item(value(['O']), { origin: board.id(board.other, 'column') })]),
	'not-yours-to-delete': () =>
		say((board) => [field('deleted', value([true]), board.id(board.other))]),
	'not-yours-to-restore': () => {
		const board = new ForgedBoard();
		const page = board.room.page(B);
		deleteNote(page.doc, board.other);
		page.send();
		return board.sayDelete(board.id(board.other, 'deleted'));
	},
	'forged-mark': () => say((board) => [ofOwn(board, 'edited', value([true]))]),
	'facilitators-only': () => clusters((doc) => addCluster(doc, { ar: 'أ' }, []), {}, A)
};

describe('[GT6] each reason for a refusal', () => {
	test.each(Object.entries(FORGED))('%s', (reason, forge) => {
		expect(forge()).toEqual({
			kind: 'refused',
			reason,
			code: REFUSAL_CODE[reason as RefusalReason]
		});
	});
});

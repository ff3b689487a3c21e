import { sql, type CreateTableBuilder, type Kysely } from 'kysely';
import { crc32 } from 'node:zlib';
import * as Y from 'yjs';

/**
 * A plan has an id of its own and names its workshops; today's bears the workshop's id, as its room does.
 * What an action lists becomes rows of their own in the plan's document, and its long texts shared ones, so
 * that two people who write at once keep both. A name of more than 200 characters (one text of many names)
 * becomes several rows. The change is the last row of each plan's log; the rows that follow from the
 * document are written anew.
 */
export async function up(db: Kysely<any>): Promise<void> {
	await makePlans(db);
	for (const room of await roomsOfPlans(db)) {
		const doc = new Y.Doc();
		const seq = await replay(db, room, doc);
		const before = Y.encodeStateVector(doc);
		const planId = room.slice('plan.'.length);
		const actions = doc.transact(() => convertActions(doc));
		if (actions.size > 0) {
			const bytes = Y.encodeStateAsUpdate(doc, before);
			await db
				.insertInto('doc_update')
				.values({
					room,
					seq: seq + 1,
					actor_id: null,
					bytes,
					at: Date.now(),
					epoch: 0,
					checksum: checksumOf(room, seq + 1, bytes)
				})
				.execute();
		}
		await rewriteActions(db, planId, actions);
		doc.destroy();
	}
}

async function makePlans(db: Kysely<any>): Promise<void> {
	await remake(db, 'plan', {
		build: (t) =>
			t.addColumn('id', 'text', (c) => c.primaryKey()).addColumn('title', 'text', required),
		columns: { id: 'workshop_id', title: 'title' }
	});
	const missing = db
		.selectFrom('workshop')
		.select(['workshop.id', sql.lit('{}').as('title')])
		.where('workshop.id', 'not in', db.selectFrom('plan').select('plan.id'));
	await db.insertInto('plan').columns(['id', 'title']).expression(missing).execute();
	await db.schema
		.createTable('plan_workshop')
		.addColumn('plan_id', 'text', belongsTo('plan.id'))
		.addColumn('workshop_id', 'text', belongsTo('workshop.id'))
		.addPrimaryKeyConstraint('plan_workshop_key', ['plan_id', 'workshop_id'])
		.execute();
	await db.schema
		.createIndex('plan_workshop_workshop_id')
		.on('plan_workshop')
		.column('workshop_id')
		.execute();
	await db
		.insertInto('plan_workshop')
		.columns(['plan_id', 'workshop_id'])
		.expression((from) => from.selectFrom('plan').select(['id as plan_id', 'id as workshop_id']))
		.execute();
	await remake(db, 'plan_axis', {
		build: (t) =>
			t
				.addColumn('id', 'text', required)
				.addColumn('plan_id', 'text', belongsTo('plan.id'))
				.addColumn('title', 'text', required)
				.addColumn('position', 'double precision', required)
				.addPrimaryKeyConstraint('plan_axis_in_plan', ['plan_id', 'id']),
		columns: { id: 'id', plan_id: 'workshop_id', title: 'title', position: 'position' }
	});
	await remake(db, 'plan_objective', {
		build: (t) =>
			t
				.addColumn('id', 'text', required)
				.addColumn('plan_id', 'text', belongsTo('plan.id'))
				.addColumn('axis_id', 'text', required)
				.addColumn('title', 'text', required)
				.addColumn('position', 'double precision', required)
				.addPrimaryKeyConstraint('plan_objective_in_plan', ['plan_id', 'id']),
		columns: {
			id: 'id',
			plan_id: 'workshop_id',
			axis_id: 'axis_id',
			title: 'title',
			position: 'position'
		}
	});
	await remake(db, 'plan_action', {
		build: (t) =>
			t
				.addColumn('id', 'text', required)
				.addColumn('plan_id', 'text', belongsTo('plan.id'))
				.addColumn('objective_id', 'text', required)
				.addColumn('code', 'text', required)
				.addColumn('cost', 'bigint')
				.addColumn('start_month', 'text')
				.addColumn('end_month', 'text')
				.addColumn('fields', 'text', required)
				.addColumn('position', 'double precision', required)
				.addPrimaryKeyConstraint('plan_action_in_plan', ['plan_id', 'id']),
		columns: {
			id: 'id',
			plan_id: 'workshop_id',
			objective_id: 'objective_id',
			code: 'code',
			cost: 'cost',
			start_month: 'start_month',
			end_month: 'end_month',
			fields: 'fields',
			position: 'position'
		}
	});
	await remake(db, 'plan_action_proposal', {
		build: (t) =>
			t
				.addColumn('plan_id', 'text', belongsTo('plan.id'))
				.addColumn('action_id', 'text', required)
				.addColumn('proposal_id', 'text', required)
				.addPrimaryKeyConstraint('plan_action_proposal_in_plan', [
					'plan_id',
					'action_id',
					'proposal_id'
				]),
		columns: { plan_id: 'workshop_id', action_id: 'action_id', proposal_id: 'proposal_id' }
	});
	await db.schema.dropTable('plan_financing').execute();
	await db.schema
		.createTable('plan_financing')
		.addColumn('id', 'text', required)
		.addColumn('plan_id', 'text', belongsTo('plan.id'))
		.addColumn('action_id', 'text', required)
		.addColumn('source', 'text', required)
		.addColumn('amount', 'bigint', required)
		.addColumn('status', 'text', required)
		.addPrimaryKeyConstraint('plan_financing_in_plan', ['plan_id', 'id'])
		.execute();
	await db.schema
		.createIndex('plan_financing_action')
		.on('plan_financing')
		.columns(['plan_id', 'action_id'])
		.execute();
}

/** What the sheet of an action held as one value each, by its lists' names: how an item becomes a row. */
const LISTS: Readonly<Record<string, (item: unknown) => Json[]>> = {
	responsible: (item) => linesOf(item).map((name) => ({ name })),
	partners: (item) => [{ name: lineOf(item, 'name'), commitment: textOf(item, 'commitment') }],
	financing: (item) => [
		{
			source: lineOf(item, 'source'),
			amount: field(item, 'amount'),
			status: field(item, 'status')
		}
	],
	indicators: (item) => [
		Object.fromEntries(
			['label', 'baseline', 'target', 'unit', 'source'].map((name) => [name, lineOf(item, name)])
		)
	],
	risks: (item) => [
		{
			label: lineOf(item, 'label'),
			level: field(item, 'level'),
			mitigation: textOf(item, 'mitigation')
		}
	]
};
const TEXTS = ['description', 'beneficiaries'];
/** Characters of a line; its UTF-16 units may be four times as many. */
const LINE = 200;

type Json = Readonly<Record<string, unknown>>;
type Fields = Y.Map<unknown>;

/** Turns the lists and texts of every action into what they are from now on, and gives those that stand. */
function convertActions(doc: Y.Doc): Map<string, Json> {
	const standing = new Map<string, Json>();
	for (const [id, map] of doc.getMap<Fields>('actions')) {
		if (!(map instanceof Y.Map)) continue;
		const lists: Record<string, Json[]> = {};
		for (const [list, rowsOf] of Object.entries(LISTS)) {
			const held = map.get(list);
			if (map.has(list)) map.delete(list);
			lists[list] = (Array.isArray(held) ? held : []).flatMap(rowsOf).map((row, at) => ({
				...row,
				id: addRow(doc.getMap<Fields>(list), id, row, at + 1)
			}));
		}
		for (const name of TEXTS) {
			const held = map.get(name);
			map.set(name, new Y.Text(typeof held === 'string' ? held : ''));
		}
		const position = map.get('position');
		const stands = Number.isFinite(position) && map.get('deleted') !== true;
		if (stands && /^[a-z0-9]{4,24}$/.test(id)) standing.set(id, filled(id, map, lists));
	}
	return standing;
}

/** Adds a row and gives its id. Long texts of it are Y.Texts as those of an action. */
function addRow(root: Y.Map<Fields>, action: string, row: Json, position: number): string {
	const id = newId();
	const map: Fields = root.set(id, new Y.Map());
	for (const [column, value] of Object.entries(row))
		map.set(column, value instanceof Long ? new Y.Text(value.text) : value);
	map.set('action', action);
	map.set('position', position);
	return id;
}

/** What is filled of an action, its names in the order of the alphabet. */
function filled(id: string, map: Fields, lists: Readonly<Record<string, Json[]>>): Json {
	const title = Object.fromEntries(
		['ar', 'fr', 'en'].flatMap((locale) => {
			const words = map.get(`title.${locale}`);
			return typeof words === 'string' && words !== '' ? [[locale, words]] : [];
		})
	);
	const values: Record<string, unknown> = { id, position: map.get('position') };
	if (Object.values(title).some((words) => words.trim() !== '')) values.title = title;
	for (const name of ['code', 'objectiveId', 'location']) keep(name, map.get(name), '');
	for (const name of TEXTS) keep(name, map.get(name)?.toString(), '');
	for (const name of ['level', 'cost', 'start', 'end', 'priority'])
		keep(name, map.get(name), undefined);
	keep('quickWin', map.get('quickWin'), false);
	keep('status', map.get('status'), 'not_started');
	const proposals = map.get('proposalIds');
	if (Array.isArray(proposals) && proposals.length > 0) values.proposalIds = proposals;
	for (const [list, rows] of Object.entries(lists))
		if (rows.length > 0) values[list] = rows.map(rowOf);
	const names = Object.keys(values).sort();
	return Object.fromEntries(names.map((name) => [name, values[name]]));

	function keep(name: string, value: unknown, missing: unknown): void {
		const blank = typeof value === 'string' && value.trim() === '';
		if (value !== undefined && value !== null && value !== missing && !blank) values[name] = value;
	}
}

/** What is filled of a row, its names in the order of the alphabet. */
function rowOf(row: Json): Json {
	const words = Object.entries(row)
		.map(([name, value]) => [name, value instanceof Long ? value.text : value] as const)
		.filter(([, value]) => !MISSING.includes(value) && String(value).trim() !== '');
	return Object.fromEntries(words.sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** What a column holds while nobody wrote it. */
const MISSING: readonly unknown[] = [undefined, null, 0, 'to_mobilise'];

async function rewriteActions(
	db: Kysely<any>,
	planId: string,
	actions: ReadonlyMap<string, Json>
): Promise<void> {
	for (const [id, fields] of actions) {
		await db
			.updateTable('plan_action')
			.set({ fields: JSON.stringify(fields) })
			.where('plan_id', '=', planId)
			.where('id', '=', id)
			.execute();
		for (const { id: rowId, source, amount, status } of (fields.financing ?? []) as Json[])
			await db
				.insertInto('plan_financing')
				.values({
					id: rowId,
					plan_id: planId,
					action_id: id,
					source: source ?? '',
					amount: amount ?? 0,
					status: status ?? 'to_mobilise'
				})
				.execute();
	}
}

/** A long text of a row. */
class Long {
	readonly text: string;

	constructor(text: string) {
		this.text = text;
	}
}

function field(item: unknown, name: string): unknown {
	return typeof item === 'object' && item !== null ? Reflect.get(item, name) : undefined;
}

function lineOf(item: unknown, name: string): string {
	const value = field(item, name);
	return typeof value === 'string' ? value : '';
}

function textOf(item: unknown, name: string): Long {
	return new Long(lineOf(item, name));
}

/** A name, or several where one text is longer than a line: cut where a word ends, else where a line does. */
function linesOf(item: unknown): string[] {
	if (typeof item !== 'string' || item.trim() === '') return [];
	if (item.replace(/\p{M}/gu, '').length <= LINE && item.length <= LINE * 4) return [item];
	const lines: string[] = [];
	let rest = item;
	while (rest.length > LINE) {
		const space = rest.lastIndexOf(' ', LINE);
		const at = space > 0 ? space : LINE - (/[\uD800-\uDBFF]/.test(rest.charAt(LINE - 1)) ? 1 : 0);
		lines.push(rest.slice(0, at).trim());
		rest = rest.slice(at).trim();
	}
	return [...lines, rest].filter((line) => line !== '');
}

async function roomsOfPlans(db: Kysely<any>): Promise<string[]> {
	const names = new Set<string>();
	for (const table of ['doc_update', 'doc_archive', 'doc_snapshot'])
		for (const { room } of await db
			.selectFrom(table)
			.select('room')
			.distinct()
			.where('room', 'like', 'plan.%')
			.execute())
			names.add(String(room));
	return [...names].sort();
}

/** Loads a room from its snapshot and log, leaving out what is damaged, and gives the last number it ever gave. */
async function replay(db: Kysely<any>, room: string, doc: Y.Doc): Promise<number> {
	const rows = async (table: string) =>
		(await db
			.selectFrom(table)
			.select(['seq', 'bytes', 'checksum'])
			.where('room', '=', room)
			.orderBy('seq')
			.execute()) as { seq: number; bytes: Uint8Array; checksum: number | null }[];
	const intact = (row: { seq: number; bytes: Uint8Array; checksum: number | null }): boolean =>
		row.checksum === null || row.checksum === checksumOf(room, row.seq, row.bytes);
	const [snapshot] = await rows('doc_snapshot');
	const archived = await rows('doc_archive');
	const logged = await rows('doc_update');
	const from = snapshot && intact(snapshot) ? [snapshot, ...logged] : [...archived, ...logged];
	doc.transact(() => {
		for (const row of from) {
			if (!intact(row)) continue;
			try {
				Y.applyUpdate(doc, new Uint8Array(row.bytes));
			} catch {
				// The check of the logs sets it aside and says so.
			}
			doc.store.pendingStructs = null;
			doc.store.pendingDs = null;
		}
	});
	const aside = await rows('doc_damaged');
	const numbers = [snapshot, ...archived, ...logged, ...aside].map((row) => row?.seq ?? 0);
	return Math.max(0, ...numbers);
}

function checksumOf(room: string, seq: number, bytes: Uint8Array): number {
	return crc32(bytes, crc32(`${room}\0${seq}\0`));
}

function newId(): string {
	let id = '';
	while (id.length < 12)
		for (const byte of crypto.getRandomValues(new Uint8Array(24)))
			if (byte < 252 && id.length < 12) id += (byte % 36).toString(36);
	return id;
}

/**
 * Makes a table anew, with its rows, since SQLite drops no column that refers to another table. `columns`
 * says from which column of old each one comes.
 */
async function remake(
	db: Kysely<any>,
	name: string,
	next: {
		build: (builder: CreateTableBuilder<string>) => CreateTableBuilder<string, string>;
		columns: Readonly<Record<string, string>>;
	}
): Promise<void> {
	const made = `${name}_made`;
	await next.build(db.schema.createTable(made)).execute();
	const pairs = Object.entries(next.columns);
	await db
		.insertInto(made)
		.columns(pairs.map(([to]) => to))
		.expression((from) => from.selectFrom(name).select(pairs.map(([to, of]) => `${of} as ${to}`)))
		.execute();
	await db.schema.dropTable(name).execute();
	await db.schema.alterTable(made).renameTo(name).execute();
}

type Column = Parameters<Parameters<CreateTableBuilder<string>['addColumn']>[2] & object>[0];

const required = (column: Column): Column => column.notNull();
const belongsTo =
	(of: string) =>
	(column: Column): Column =>
		column.notNull().references(of).onDelete('cascade');

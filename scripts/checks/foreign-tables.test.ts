import { expect, test } from 'vitest';
import { foreignTables } from './foreign-tables.ts';
import { serverSources } from './server-sources.ts';

const TABLES = [
	{ path: 'notes/note.table.ts', text: 'interface Database { note: NoteTable }' },
	{
		path: 'votes/vote.table.ts',
		text: 'interface Database { vote: VoteTable; ballot: BallotTable }'
	}
];

/** Where a file at `path` touches a table that is not its own. */
function found(path: string, text: string) {
	return foreignTables([...TABLES, { path, text }]).map(({ table, line }) => `${table}:${line}`);
}

test('[IM5] no folder of the server touches another’s tables', () => {
	expect(foreignTables(serverSources())).toEqual([]);
});

test('[IM5] a statement on another’s table is found in every position', () => {
	const text = [
		"db.selectFrom('note').selectAll();",
		"db.selectFrom('vote').innerJoin('note as n', 'n.key', 'vote.id');",
		"db.selectFrom(['vote', 'note']);",
		"trx.updateTable('note').set({});",
		"for (const table of ['ballot', 'note'] as const) trx.deleteFrom(table);"
	].join('\n');
	expect(found('votes/x.ts', text)).toEqual(['note:1', 'note:2', 'note:3', 'note:4', 'note:5']);
});

test('[IM5] what is one’s own, reading in reads/, and both in access/ pass; writing in reads/ does not', () => {
	const reading = "db.selectFrom('note').innerJoin('vote', 'vote.id', 'note.key');";
	const writing = "trx.updateTable('note').set({});";
	expect(found('votes/x.ts', "db.selectFrom('vote'); Map.get('note');")).toEqual([]);
	expect(found('reads/x.ts', reading)).toEqual([]);
	expect(found('access/x.ts', reading + writing)).toEqual([]);
	expect(found('reads/x.ts', writing)).toEqual(['note:1']);
});

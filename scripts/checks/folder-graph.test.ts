import { expect, test } from 'vitest';
import { folderGraph } from './folder-graph.ts';
import { importGraph } from '../sources/import-graph.ts';
import { importCircles } from './import-circles.ts';

const circles = (files: Record<string, string[]>): string[][] =>
	importCircles(folderGraph(new Map(Object.entries(files)), 'server'));

test('[IM4] no folders of the server form a circle', () => {
	const files = importGraph('src/lib/server');
	expect(files.size).toBeGreaterThan(100);
	expect(importCircles(folderGraph(files, 'src/lib/server'))).toEqual([]);
});

test('[IM4] a circle of folders is found though no two files import each other', () => {
	const files = {
		'server/votes/vote.service.ts': ['server/stage/stage.service.ts'],
		'server/stage/deep/stage.ts': ['server/notes/private-notes.ts'],
		'server/notes/private-notes.ts': ['server/notes/pseudonyms.ts']
	};
	expect(circles(files)).toEqual([]);
	expect(
		circles({ ...files, 'server/notes/pseudonyms.ts': ['server/votes/tally/tally.ts'] })
	).toEqual([['notes', 'stage', 'votes']]);
});

test('[IM4] row types are a floor below the folders', () => {
	const files = {
		'server/reads/may-vote.ts': ['server/votes/vote.table.ts'],
		'server/votes/vote.service.ts': ['server/reads/may-vote.ts', 'server/votes/vote.table.ts'],
		'server/app.ts': ['server/votes/vote.service.ts']
	};
	expect(circles(files)).toEqual([]);
	expect(circles({ ...files, 'server/votes/vote.table.ts': ['server/votes/x.ts'] })).toEqual([
		['*.table.ts', 'reads', 'votes']
	]);
});

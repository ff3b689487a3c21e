import { expect, test } from 'vitest';
import { folderCircles } from './folder-circles.ts';
import { serverSources } from './server-sources.ts';

const votes = {
	path: 'votes/vote.service.ts',
	text: "import type { Stage } from '../stage/stage.service.ts';"
};
const stage = {
	path: 'stage/stage.service.ts',
	text: "import '#lib/server/notes/private-notes.ts';"
};

test('[IM4] no folders of the server form a circle', () => {
	const sources = serverSources();
	expect(sources.length).toBeGreaterThan(100);
	expect(folderCircles(sources)).toEqual([]);
});

test('[IM4] a circle is found however long it is, types and both ways of naming a file alike', () => {
	const notes = { path: 'notes/private-notes.ts', text: "import '../votes/vote.service.ts';" };
	expect(folderCircles([votes, stage])).toEqual([]);
	expect(folderCircles([votes, stage, notes])).toEqual([['notes', 'stage', 'votes']]);
});

test('[IM4] row types are a floor below the folders; what is imported from elsewhere counts for nothing', () => {
	const reads = { path: 'reads/may-vote.ts', text: "import '../votes/vote.table.ts';" };
	const using = { path: 'votes/vote.service.ts', text: "import '../reads/may-vote.ts';" };
	const outside = {
		path: 'stage/x.ts',
		text: "import '../../domain/votes/vote.ts'; import 'votes/x';"
	};
	expect(folderCircles([reads, using, outside])).toEqual([]);
});

import { folderGraph } from './folder-graph.ts';
import { foreignTables } from './foreign-tables.ts';
import { importGraph } from '../sources/import-graph.ts';
import { importCircles } from './import-circles.ts';
import { serverSources } from './server-sources.ts';

const SERVER = 'src/lib/server';

/** Says where the server's folders form a circle or touch each other's tables, and exits with 1 there. */
const problems = [
	...importCircles(folderGraph(importGraph(SERVER), SERVER)).map(
		(circle) => `these folders stand on each other: ${circle.join(', ')}`
	),
	...foreignTables(serverSources()).map(
		({ path, line, table, owner }) =>
			`${SERVER}/${path}:${line}: ${table} is a table of ${owner}/; ask reads/ or its service`
	)
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

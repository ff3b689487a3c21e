import { folderCircles } from './folder-circles.ts';
import { foreignTables } from './foreign-tables.ts';
import { serverSources } from './server-sources.ts';

/** Says where the server's folders form a circle or touch each other's tables, and exits with 1 there. */
const sources = serverSources();
const problems = [
	...folderCircles(sources).map(
		(circle) => `these folders stand on each other: ${circle.join(', ')}`
	),
	...foreignTables(sources).map(
		({ path, line, table, owner }) =>
			`src/lib/server/${path}:${line}: ${table} is a table of ${owner}/; ask reads/ or its service`
	)
];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length > 0 ? 1 : 0;

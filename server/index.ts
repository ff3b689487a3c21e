import { isForPeople } from './addresses.ts';
import { cannotStart, reasonsOf } from './start-problem.ts';
import { stopWhenAsked } from './shutdown.ts';
import { startServer, type RunningServer } from './start-server.ts';
import { CANNOT_START } from './supervise.ts';

/**
 * The production entry: `node server/index.ts` serves what was built. Prints where people reach it, or
 * with `--json` one line `{"origin", "setupLink"}` for scripts. Ends with 78 when it cannot start until somebody
 * changes a setting or frees the port, with 1 when another try may succeed; `npm start` tries again then.
 */
const isForScripts = process.argv.includes('--json');

try {
	const server = await startServer();
	stopWhenAsked(() => server.stop());
	console.log(isForScripts ? await describeAsJson(server) : await describe(server));
} catch (error) {
	console.error(reasonsOf(error).join('\n'));
	process.exit(cannotStart(error) ? CANNOT_START : 1);
}

async function describe(server: RunningServer): Promise<string> {
	const lines = [
		'Tachawor is running.',
		...server.origins.filter(isForPeople).map((origin) => `  ${origin}`)
	];
	const setupLink = await findSetupLink(server);
	if (setupLink)
		lines.push('Create the first account with this link (it works once):', `  ${setupLink}`);
	return lines.join('\n');
}

async function describeAsJson(server: RunningServer): Promise<string> {
	return JSON.stringify({ origin: server.origins[0], setupLink: await findSetupLink(server) });
}

/** Only an empty database has one. */
async function findSetupLink({ app, origins }: RunningServer): Promise<string | undefined> {
	const path = await app.setupLink();
	return path === undefined ? undefined : new URL(path, origins[0]).href;
}

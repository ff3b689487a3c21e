import { isForPeople } from './addresses.ts';
import { stopOnSignals } from './shutdown.ts';
import { startServer, type RunningServer } from './start-server.ts';

/**
 * The production entry: `node server/index.ts` serves what was built. Prints where people reach it, or
 * with `--json` one line `{"origin", "setupLink"}` for scripts.
 */
const isForScripts = process.argv.includes('--json');

try {
	const server = await startServer();
	stopOnSignals(() => server.stop());
	console.log(isForScripts ? await describeAsJson(server) : await describe(server));
} catch (error) {
	console.error(reasons(error).join('\n'));
	process.exit(1);
}

/** What went wrong and what that came from: a migration that failed says why only in its cause. */
function reasons(error: unknown): string[] {
	if (!(error instanceof Error)) return typeof error === 'string' ? [error] : [];
	return [error.message, ...reasons(error.cause)];
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

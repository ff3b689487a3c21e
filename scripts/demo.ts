import { isForPeople } from '../server/addresses.ts';
import { startServer } from '../server/start-server.ts';
import { stopWhenAsked } from '../server/shutdown.ts';
import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';

/**
 * `npm run demo -- [--port N] [--data DIR] [--json]`: the same server on a data folder of its own, filled
 * with the example workshop. Prints one link for each person, or with `--json` one line for scripts.
 */
const PEOPLE = {
	facilitator: 'Facilitator',
	participant: 'Participant',
	screen: 'Screen of the hall',
	director: 'Director'
} as const;

const values = readOptions('npm run demo -- [--port N] [--data DIR] [--json]', {
	port: { type: 'string' },
	data: { type: 'string', default: './data-demo' },
	json: { type: 'boolean', default: false }
});

try {
	buildIfChanged();
	process.env.TACHAWOR_DEMO = '1';
	process.env.DATA_DIR = values.data;
	if (values.port !== undefined) process.env.PORT = values.port;

	const { app, origins, stop } = await startServer();
	stopWhenAsked(stop);
	const [origin = ''] = origins;
	const paths = await app.loadExample();
	const links = Object.entries(PEOPLE).map(
		([key, label]) => [key, label, new URL(paths[key as keyof typeof PEOPLE], origin).href] as const
	);
	if (values.json)
		console.log(
			JSON.stringify({ origin, ...Object.fromEntries(links.map(([key, , link]) => [key, link])) })
		);
	else
		console.log(
			[
				'The example workshop is running.',
				...links.map(([, label, link]) => `  ${label}: ${link}`),
				...origins
					.filter((other) => other !== origin && isForPeople(other))
					.map((other) => `  In the same network, begin these links with ${other}`)
			].join('\n')
		);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

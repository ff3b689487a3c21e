import { build } from 'vite';

/** One build in a process of its own: the message compiler leaves timers that would hold it for 30 s. */
try {
	await build({ logLevel: 'error' });
	process.exit(0);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exit(1);
}

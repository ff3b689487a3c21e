import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** What the built server says once it is ready, and how to end it. */
export interface TestServer<Links> {
	/** `http://localhost:<port>` */
	readonly origin: string;
	readonly links: Links;
	readonly dataDir: string;
	/** Ends it as an operator does, waits, and removes the data folder that it made. */
	stop(): Promise<void>;
	/** Ends it as a power cut does; the data folder stays. */
	kill(): Promise<void>;
}

/** The links of the demo: whole addresses. */
export type DemoLinks = Record<'facilitator' | 'participant' | 'screen' | 'director', string>;

const root = join(import.meta.dirname, '../..');

/**
 * Starts the built server as a process of its own on a free port. The data folder is a new one, unless
 * `dataDir` names one to go on with, which then is left in place.
 */
export function startServer(
	options: { dataDir?: string; environment?: Record<string, string> } = {}
): Promise<TestServer<{ setupLink?: string }>> {
	return start(['server/index.ts', '--json'], options);
}

/** Starts the demo likewise, with the example workshop. */
export function startDemo(): Promise<TestServer<DemoLinks>> {
	return start(['scripts/demo.ts', '--json'], {});
}

async function start<Links>(
	command: string[],
	options: { dataDir?: string; environment?: Record<string, string> }
): Promise<TestServer<Links>> {
	const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tachawor-test-')));
	const child = spawn(process.execPath, [...command, ...dataArguments(command, dataDir)], {
		cwd: root,
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: '0',
			DATA_DIR: dataDir,
			LOG_LEVEL: 'warn',
			...options.environment
		},
		stdio: ['ignore', 'pipe', 'inherit']
	});
	const { origin, ...links } = JSON.parse(await firstLine(child)) as Links & { origin: string };
	return {
		origin,
		links: links as Links,
		dataDir,
		async stop() {
			await end(child, 'SIGTERM');
			if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
		},
		kill: () => end(child, 'SIGKILL')
	};
}

/** The demo takes its folder as an argument, so that nobody's own data are mixed with the example. */
function dataArguments(command: readonly string[], dataDir: string): string[] {
	return command[0] === 'scripts/demo.ts' ? ['--data', dataDir] : [];
}

async function firstLine(child: ChildProcess): Promise<string> {
	if (!child.stdout) throw new Error('The server has no output to read.');
	for await (const line of createInterface({ input: child.stdout })) return line;
	throw new Error('The server ended before it was ready; its message stands above.');
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
}

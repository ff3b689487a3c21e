import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { SERVER_COMMAND } from '../../../server/command.ts';

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
	/** Resolves when it has ended, whoever ended it: its exit code, null after a signal. */
	readonly ended: Promise<number | null>;
	/** What it wrote to stderr so far. */
	readonly complaints: string;
}

interface StartOptions {
	readonly dataDir?: string;
	readonly environment?: Record<string, string>;
	/** The most KiB that one file may have: writes beyond fail as on a full disk. */
	readonly fileLimit?: number;
	/** What it writes to stderr is expected, and kept from the test's output. */
	readonly quiet?: boolean;
}

/** The links of the demo: whole addresses. */
export type DemoLinks = Record<'facilitator' | 'participant' | 'screen' | 'director', string>;

const root = join(import.meta.dirname, '../../..');

/**
 * Starts the built server as a process of its own on a free port. The data folder is a new one, unless
 * `dataDir` names one to go on with, which then is left in place.
 */
export function startServer(
	options: StartOptions = {}
): Promise<TestServer<{ setupLink?: string }>> {
	return start([...SERVER_COMMAND, '--json'], options);
}

/** Starts the demo likewise, with the example workshop. */
export function startDemo(options: StartOptions = {}): Promise<TestServer<DemoLinks>> {
	return start(['scripts/demo.ts', '--json'], options);
}

async function start<Links>(command: string[], options: StartOptions): Promise<TestServer<Links>> {
	const dataDir = options.dataDir ?? (await mkdtemp(join(tmpdir(), 'tachawor-test-')));
	const whole = [process.execPath, ...command, ...dataArguments(command, dataDir)];
	const [program = '', ...programArguments] = limited(whole, options.fileLimit);
	const child = spawn(program, programArguments, {
		cwd: root,
		env: {
			...process.env,
			HOST: '127.0.0.1',
			PORT: '0',
			DATA_DIR: dataDir,
			LOG_LEVEL: 'warn',
			...options.environment
		},
		stdio: ['ignore', 'pipe', 'pipe']
	});
	let complaints = '';
	child.stderr.on('data', (data: Buffer) => {
		complaints += data.toString();
		if (!options.quiet) process.stderr.write(data);
	});
	const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
	const line = await firstLine(child);
	if (line === undefined) {
		await ended;
		throw new Error(`The server ended before it was ready. ${complaints}`);
	}
	const { origin, ...links } = JSON.parse(line) as Links & { origin: string };
	return {
		origin,
		links: links as Links,
		dataDir,
		async stop() {
			await end(child, 'SIGTERM');
			if (options.dataDir === undefined) await rm(dataDir, { recursive: true, force: true });
		},
		kill: () => end(child, 'SIGKILL'),
		ended,
		get complaints() {
			return complaints;
		}
	};
}

/** A shell sets the limit, in blocks of 512 bytes, and becomes the server. */
function limited(command: readonly string[], fileLimit: number | undefined): readonly string[] {
	if (fileLimit === undefined) return command;
	return ['/bin/sh', '-c', `ulimit -f ${2 * fileLimit} && exec "$0" "$@"`, ...command];
}

/** The demo takes its folder as an argument, so that nobody's own data are mixed with the example. */
function dataArguments(command: readonly string[], dataDir: string): string[] {
	return command[0] === 'scripts/demo.ts' ? ['--data', dataDir] : [];
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
	if (!child.stdout) throw new Error('The server has no output to read.');
	for await (const line of createInterface({ input: child.stdout })) return line;
	return undefined;
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return;
	const ended = once(child, 'exit');
	child.kill(signal);
	await ended;
}

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { once } from 'node:events';
import { buildIfChanged } from './building/build-if-changed.ts';
import { readOptions } from './running/read-options.ts';

/**
 * `npm run test:postgres`: the suites that run on every engine, on a real PostgreSQL: the one that
 * TEST_DATABASE_URL names, else a throwaway cluster on a free port of the loopback.
 */
readOptions('npm run test:postgres', {});
const url = process.env.TEST_DATABASE_URL;
try {
	buildIfChanged();
	process.exitCode = url ? runSuites(url) : await onThrowawayCluster(runSuites);
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}

function runSuites(databaseUrl: string): number {
	const { status } = spawnSync(
		'vitest',
		['run', '--project', 'integration', '--testNamePattern', 'on PostgreSQL'],
		{ stdio: 'inherit', env: { ...process.env, TEST_DATABASE_URL: databaseUrl } }
	);
	return status ?? 1;
}

async function onThrowawayCluster(use: (databaseUrl: string) => number): Promise<number> {
	const programs = findPrograms();
	const owner = ownerOfCluster();
	const folder = mkdtempSync(join(tmpdir(), 'tachawor-postgres-'));
	if (owner) chownSync(folder, owner.uid, owner.gid);
	const data = join(folder, 'data');
	let server: ChildProcess | undefined;
	try {
		const port = await freePort();
		const init = ['-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-sync'];
		mustSucceed(join(programs, 'initdb'), init, owner);
		server = spawn(
			join(programs, 'postgres'),
			['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'],
			{ ...owner, stdio: 'ignore' }
		);
		await untilReady(join(programs, 'pg_isready'), port, server);
		return use(`postgres://postgres@127.0.0.1:${port}/postgres`);
	} finally {
		if (server?.exitCode === null) {
			const ended = once(server, 'exit');
			server.kill('SIGINT');
			await ended;
		}
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The folder of PostgreSQL's server programs, the newest version's. */
function findPrograms(): string {
	const installed = globSync('/usr/lib/postgresql/*/bin/initdb').map((path) => join(path, '..'));
	const version = (path: string) => Number(path.split('/').at(-2));
	const newest = installed.sort((a, b) => version(b) - version(a))[0];
	if (newest) return newest;
	const { stdout } = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' });
	if (stdout) return stdout.trim();
	throw new Error(
		'No PostgreSQL server was found: install one (Debian: apt-get install postgresql), or set TEST_DATABASE_URL.'
	);
}

interface Owner {
	uid: number;
	gid: number;
}

/** PostgreSQL refuses to run as root, so then it runs as the account that its package made. */
function ownerOfCluster(): Owner | undefined {
	if (process.getuid?.() !== 0) return undefined;
	const number = (flag: string) =>
		Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
	return { uid: number('-u'), gid: number('-g') };
}

function mustSucceed(command: string, args: string[], owner: Owner | undefined): void {
	const { status, stderr, error } = spawnSync(command, args, { ...owner, encoding: 'utf8' });
	if (status !== 0) throw new Error(`${command} did not succeed.\n${error?.message ?? stderr}`);
}

async function untilReady(pgIsReady: string, port: number, server: ChildProcess): Promise<void> {
	const deadline = Date.now() + 30_000;
	while (Date.now() < deadline && server.exitCode === null) {
		const args = ['-q', '-h', '127.0.0.1', '-p', String(port)];
		if (spawnSync(pgIsReady, args).status === 0) return;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
	throw new Error('The throwaway PostgreSQL did not start.');
}

function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const probe = createServer();
		probe.once('error', reject);
		probe.listen(0, '127.0.0.1', () => {
			const { port } = probe.address() as AddressInfo;
			probe.close(() => {
				resolve(port);
			});
		});
	});
}

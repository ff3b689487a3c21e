import { readFileSync, writeFileSync } from 'node:fs';
import { readOptions } from './running/read-options.ts';

/**
 * Completes package-lock.json: `npm ci` refuses a lock that lacks an optional package which another one
 * names, and npm leaves out those that the registry at hand does not carry, mostly binaries for other
 * platforms. Run it after each `npm install`; it is quiet when nothing is missing.
 */
interface LockEntry {
	version?: string;
	optional?: boolean;
	dev?: boolean;
	os?: string[];
	cpu?: string[];
	libc?: string[];
	dependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}

const LOCK = 'package-lock.json';
const OS = [
	'aix',
	'android',
	'darwin',
	'freebsd',
	'linux',
	'netbsd',
	'openbsd',
	'openharmony',
	'win32'
];
const CPU = ['arm64', 'arm', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64', 'wasm32'];

readOptions('npm run lock', {});
const lock = JSON.parse(readFileSync(LOCK, 'utf8')) as { packages: Record<string, LockEntry> };
const added = missingEntries(lock.packages);
if (added.length) {
	const entries = Object.entries(lock.packages).concat(added);
	lock.packages = Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b, 'en')));
	writeFileSync(LOCK, `${JSON.stringify(lock, null, '\t')}\n`);
	console.log(`Added ${added.length} optional packages to ${LOCK}.`);
}

function missingEntries(packages: Record<string, LockEntry>): [string, LockEntry][] {
	const missing = new Map<string, LockEntry>();
	for (const [path, entry] of Object.entries(packages))
		for (const [name, version] of Object.entries(entry.optionalDependencies ?? {}))
			if (!isFound(packages, path, name)) {
				const at = `node_modules/${name}`;
				const { os, cpu, libc } = platformOf(name);
				// In npm's own order, so that its next run changes nothing.
				missing.set(at, {
					version: version.replace(/^[~^]/, ''),
					...(cpu && { cpu }),
					...(entry.dev && { dev: true }),
					...(libc && { libc }),
					optional: true,
					...(os && { os })
				});
			}
	return [...missing];
}

/** Looks for a package as Node does: beside its dependant, then outwards. */
function isFound(packages: Record<string, LockEntry>, dependant: string, name: string): boolean {
	for (
		let folder = dependant;
		;
		folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))
	) {
		if (`${folder ? `${folder}/` : ''}node_modules/${name}` in packages) return true;
		if (folder === '') return false;
	}
}

/** The platform that a binary package is for, which its name spells. */
function platformOf(name: string): Pick<LockEntry, 'os' | 'cpu' | 'libc'> {
	const words = name.split(/[/-]/);
	const os = OS.filter((word) => words.includes(word));
	const cpu = CPU.filter((word) => words.includes(word));
	const libc = words.some((word) => word.startsWith('musl'))
		? ['musl']
		: os.includes('linux') && words.some((word) => word.startsWith('gnu'))
			? ['glibc']
			: [];
	return { ...(os.length && { os }), ...(cpu.length && { cpu }), ...(libc.length && { libc }) };
}

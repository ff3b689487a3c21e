import { runForged } from '../tests/fuzz/forged-run.ts';
import { runHonest } from '../tests/fuzz/honest-run.ts';
import { ROLES } from '../tests/fuzz/people.ts';
import { endWith, readOptions } from './running/read-options.ts';
import { wholeNumber } from './running/whole-number.ts';

/**
 * `npm run fuzz -- --seed S --updates N --batches N --role R`: N forged updates by each role (or by one),
 * then N honest offline batches. Ends with 1 at the first violation, and prints what shows it again.
 */
const USAGE = 'npm run fuzz -- [--seed S] [--updates N] [--batches N] [--role R]';
const values = readOptions(USAGE, {
	seed: { type: 'string', default: '1' },
	updates: { type: 'string', default: '200000' },
	batches: { type: 'string', default: '20000' },
	role: { type: 'string' }
});
const seed = wholeNumber('seed', values.seed);
const updates = wholeNumber('updates', values.updates);
const batches = wholeNumber('batches', values.batches);
const roles = ROLES.filter((role) => values.role === undefined || values.role === role);
if (roles.length === 0) endWith(`--role is one of: ${ROLES.join(', ')}.`, USAGE);

process.exitCode = roles.every(forge) && handIn() ? 0 : 1;

function forge(role: (typeof ROLES)[number]): boolean {
	const began = performance.now();
	const { counts, broken } = runForged(role, seed, updates);
	const { forged, honest, refused, accepted, nothing, slowest } = counts;
	const seconds = (performance.now() - began) / 1000;
	console.log(
		`${role.padEnd(18)} forged ${forged}, honest ${honest}, refused ${refused}, ` +
			`accepted ${accepted}, nothing new ${nothing}, violating ${broken ? 1 : 0}; ` +
			`${(forged / seconds).toFixed()} a second, slowest judgement ${slowest.toFixed(1)} ms`
	);
	if (broken)
		tell(broken.message, `${broken.kind}, seed ${broken.seed}, step ${broken.step}`, broken.bytes);
	return broken === undefined;
}

function handIn(): boolean {
	const began = performance.now();
	const { counts, broken } = runHonest(seed, batches);
	const seconds = (performance.now() - began) / 1000;
	console.log(
		`honest batches     ${counts.batches}, accepted updates ${counts.accepted}, ` +
			`nothing new ${counts.nothing}, undone or done again ${counts.undone}, refused ${broken ? 1 : 0}; ` +
			`${(counts.batches / seconds).toFixed()} a second, slowest judgement ${counts.slowest.toFixed(1)} ms`
	);
	if (broken) tell(broken.message, `seed ${broken.seed}, batch ${broken.batch}`, broken.bytes);
	return broken === undefined;
}

function tell(message: string, where: string, bytes: Uint8Array): void {
	console.log(`\n${message}\nin ${where}\nupdate ${Buffer.from(bytes).toString('hex')}`);
}

import { CHECKS, GENERATED } from './checks/all-checks.ts';
import { endWith, readOptionsAndWords } from './running/read-options.ts';
import { runAll } from './running/run-all.ts';

/** `npm run check -- [name]…`: all checks, or those named. Ends with 1 when one of them fails. */
const names = CHECKS.map(([name]) => name);
const USAGE = `npm run check -- [${names.join('|')}]…`;
const { positionals } = readOptionsAndWords(USAGE, {});
const unknown = positionals.find((name) => !names.includes(name));
if (unknown !== undefined) endWith(`There is no check ${JSON.stringify(unknown)}.`, USAGE);

const chosen = CHECKS.filter(([name]) => !positionals.length || positionals.includes(name));
const generated = await runAll(GENERATED);
const { failures } = await runAll(chosen, { atOnce: 2 });
process.exitCode = generated.failures.length + failures.length > 0 ? 1 : 0;

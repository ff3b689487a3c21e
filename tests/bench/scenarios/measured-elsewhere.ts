import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome } from '../row.ts';
import type { Scenario } from './scenario.ts';

const FOLDER = join(import.meta.dirname, '..');

/**
 * A scenario whose measurement is a module of its own beside the load: what matches `pattern` and exports
 * `measure`, a function that gives rows and verdicts.
 */
function measuredBy(name: string, about: string, pattern: string, measure: string): Scenario {
	return {
		name,
		about,
		async run({ say }) {
			const rows: Outcome['rows'][number][] = [];
			const verdicts: Outcome['verdicts'][number][] = [];
			for (const file of globSync(pattern, { cwd: FOLDER })) {
				const module = (await import(join(FOLDER, file))) as Record<string, unknown>;
				const run = module[measure];
				if (typeof run !== 'function') continue;
				const outcome = (await (run as () => Promise<Outcome>)()) satisfies Outcome;
				rows.push(...outcome.rows);
				verdicts.push(...outcome.verdicts);
			}
			say(rows.length > 0 ? name : `${name}: nothing measures it`);
			return { rows, verdicts };
		}
	};
}

export const GATE = measuredBy(
	'gate',
	'one decision of the gate',
	'gate-decision.ts',
	'measureGateDecision'
);

export const PLAN = measuredBy(
	'plan',
	'an edit of a plan of 200 actions in the commit',
	'plan-edit.ts',
	'measurePlanEdit'
);

export const BROWSER = measuredBy(
	'browser',
	'a board of 2,000 notes on a slow device',
	'browser-*.ts',
	'measureBrowser'
);

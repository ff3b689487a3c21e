import { availableParallelism, cpus, release, type } from 'node:os';
import { tableOf, type Outcome } from './row.ts';
import { TACHAWOR } from './subjects/tachawor.ts';
import type { Scenario } from './scenarios/scenario.ts';

/** A scenario and what came of it. */
export interface Measured {
	readonly scenario: Pick<Scenario, 'name' | 'about'>;
	readonly outcome: Outcome;
}

/** When and on what it was measured. */
export interface Run {
	readonly at: string;
	readonly machine: string;
}

export function describeMachine(): string {
	const model = cpus()[0]?.model.trim() ?? 'unknown processor';
	return `${availableParallelism()} cores (${model}), ${type()} ${release()}, Node ${process.version}`;
}

/** One scenario for people: its table, and how each target was met. */
export function sectionOf({ scenario, outcome }: Measured): string {
	const targets = outcome.verdicts.map(
		({ target, figure, met }) => `- ${met ? 'met' : '**missed**'}: ${target}: ${figure}`
	);
	return [
		`## ${scenario.name}: ${scenario.about}`,
		...(outcome.rows.length > 0 ? [tableOf(outcome.rows)] : []),
		...(targets.length > 0 ? [targets.join('\n')] : [])
	].join('\n\n');
}

/** A row a measurement; ours carry the scenario's targets. */
export function jsonOf(measured: readonly Measured[], run: Run): string {
	const rows = measured.flatMap(({ outcome }) =>
		outcome.rows.map((row) => ({
			...row,
			conditions: { ...row.conditions, ...run },
			...(row.subject === TACHAWOR.name && {
				targets: outcome.verdicts.map(({ target, figure, met }) => ({ target, figure, met }))
			})
		}))
	);
	return `${JSON.stringify(rows, null, '\t')}\n`;
}

/** The whole run for people. */
export function reportOf(measured: readonly Measured[], { at, machine }: Run): string {
	return `${[
		'# Measurements',
		`Written by \`npm run bench\`, ${at.slice(0, 16).replace('T', ' ')} UTC, on ${machine}.`,
		'The built server stores each note on disk before anybody sees it, and checks each; the plain ' +
			'y-websocket server keeps all in memory, Hocuspocus stores after two seconds. Each has a process ' +
			'of its own, and people of ours open two sockets, as the page does. Times are in milliseconds, ' +
			'over every note and receiver; processor time a delivery is in microseconds, without what the ' +
			'server uses when nobody writes. `generatorUse` is the share of its core that the load ' +
			'generator needed.',
		...measured.map(sectionOf)
	].join('\n\n')}\n`;
}

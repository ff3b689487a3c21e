import type { Step } from '../running/run-all.ts';

/** What the other checks read: the compiled messages and the types of the routes. */
export const GENERATED: readonly Step[] = [
	['messages', 'node', 'scripts/compile-messages.ts'],
	['kit', 'svelte-kit', 'sync']
];

/** Everything that needs no running application: messages, types, rules of style and of layout. */
export const CHECKS: readonly Step[] = [
	[
		'types',
		'svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--output',
		'human',
		'--fail-on-warnings'
	],
	['lint', 'eslint', '.', '--max-warnings', '0'],
	['server', 'node', 'scripts/checks/check-server.ts'],
	['format', 'prettier', '--check', '.', '--log-level', 'warn'],
	['unused', 'knip', '--no-progress'],
	['catalogues', 'node', 'scripts/checks/check-messages.ts'],
	['rules', 'node', 'scripts/checks/check-rules.ts'],
	['capabilities', 'node', 'scripts/checks/check-capabilities.ts']
];

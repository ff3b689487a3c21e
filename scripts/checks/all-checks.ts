import type { Step } from '../running/run-all.ts';

/** What the other checks read: the compiled messages and the types of the routes. */
export const GENERATED: readonly Step[] = [
	['messages', 'node', 'scripts/compile-messages.ts'],
	['kit', 'svelte-kit', 'sync']
];

/**
 * Everything that needs no running application: messages, types, rules of style and of layout. The longest
 * comes first, so that no core waits for it at the end.
 */
export const CHECKS: readonly Step[] = [
	['lint', 'eslint', '.', '--max-warnings', '0'],
	[
		'types',
		'svelte-check',
		'--tsconfig',
		'./tsconfig.json',
		'--output',
		'human',
		'--fail-on-warnings'
	],
	['server', 'node', 'scripts/checks/check-server.ts'],
	['format', 'prettier', '--check', '.', '--log-level', 'warn'],
	['unused', 'knip', '--no-progress'],
	['catalogues', 'node', 'scripts/checks/check-messages.ts'],
	['rules', 'node', 'scripts/checks/check-rules.ts'],
	['capabilities', 'node', 'scripts/checks/check-capabilities.ts']
];

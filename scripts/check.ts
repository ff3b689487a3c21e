import { runAll } from './run-all.ts';

/** Everything that needs no running application: messages, types, rules of style and of layout. */
export const CHECKS = [
	['messages', 'node', 'scripts/compile-messages.ts'],
	['catalogues', 'node', 'scripts/check-messages.ts'],
	['kit', 'svelte-kit', 'sync'],
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
	['server', 'node', 'scripts/check-server.ts'],
	['format', 'prettier', '--check', '.', '--log-level', 'warn'],
	['unused', 'knip', '--no-progress']
] as const;

if (import.meta.main) process.exitCode = runAll(CHECKS).failed > 0 ? 1 : 0;

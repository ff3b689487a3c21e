import { ESLint } from 'eslint';
import { join } from 'node:path';
import ts from 'typescript-eslint';
import { expect, test } from 'vitest';
import { importDirections } from './import-directions.js';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({
	cwd: root,
	overrideConfigFile: true,
	overrideConfig: [
		{ files: ['**/*.ts'], languageOptions: { parser: ts.parser } },
		{ files: ['**/*.ts'], ...importDirections(root) }
	]
});

/** True when the linter refuses a module at `file` that imports `target`. */
async function refuses(file: string, target: string): Promise<boolean> {
	const code = `import { x } from '${target}';\nexport { x };\n`;
	const [result] = await eslint.lintText(code, { filePath: join(root, file) });
	const messages = result?.messages ?? [];
	expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
	return messages.some(({ ruleId }) => ruleId === 'import-x/no-restricted-paths');
}

test.each([
	['src/lib/domain/x.ts', '#lib/board/board-doc.ts'],
	['src/lib/domain/x.ts', '../server/db/database.ts'],
	['src/lib/realtime/x.ts', '#lib/board/board-doc.ts'],
	['src/lib/board/x.ts', '#lib/server/config.ts'],
	['src/lib/gate/x.ts', '#lib/server/config.ts'],
	['src/lib/client/x.ts', '#lib/server/config.ts'],
	['src/lib/client/x.ts', '#lib/paraglide/messages.js'],
	['src/lib/ui/x.ts', '#lib/domain/boards/note.ts'],
	['src/lib/words/x.ts', '#lib/ui/Chip.svelte'],
	['src/lib/features/join/x.ts', '#lib/server/config.ts'],
	['src/lib/server/config.ts', '#lib/ui/Chip.svelte'],
	['src/lib/server/db/x.ts', '../auth/sessions.ts'],
	['src/lib/server/auth/x.ts', '../accounts/account.table.ts'],
	['src/lib/server/access/x.ts', '../reads/seats.ts'],
	['src/lib/server/reads/x.ts', '../votes/vote.service.ts'],
	['src/lib/server/votes/x.ts', '../clusters/cluster.table.ts'],
	['src/lib/server/votes/x.ts', '#lib/server/participants/participant.table.ts'],
	['src/routes/x.ts', '#lib/server/votes/vote.table.ts'],
	['src/routes/x.ts', '#lib/server/reads/seats.ts'],
	['src/lib/server/rooms/x.ts', '#lib/server/app.ts'],
	['src/lib/server/votes/x.ts', '#lib/server/app.ts'],
	['src/lib/server/votes/x.ts', '#lib/ui/Chip.svelte'],
	['src/lib/domain/x.ts', '../../../server/addresses.ts'],
	['src/routes/x.ts', '../../server/addresses.ts'],
	['server/x.ts', '../src/lib/server/config.ts']
])('[IM1] %s must not import %s', async (file, target) => {
	expect(await refuses(file, target)).toBe(true);
});

test.each([
	['src/lib/board/x.ts', '#lib/domain/boards/note.ts'],
	['src/lib/features/join/x.ts', '#lib/ui/Chip.svelte'],
	['src/lib/features/join/x.ts', '#lib/paraglide/messages.js'],
	['src/lib/features/join/x.ts', '#lib/words/ballot-words.ts'],
	['src/lib/server/documents/x.ts', '#lib/words/ballot-words.ts'],
	['src/lib/server/auth/x.ts', './session.table.ts'],
	['src/lib/server/auth/x.ts', '../db/database.ts'],
	['src/lib/server/access/x.ts', '../workshops/workshop.table.ts'],
	['src/lib/server/reads/x.ts', '../votes/vote.table.ts'],
	['src/lib/server/votes/x.ts', '../reads/seats.ts'],
	['src/lib/server/votes/x.ts', './vote.table.ts'],
	['src/lib/server/app.ts', './auth/sessions.ts'],
	['src/routes/x.ts', '#lib/server/config.ts'],
	['server/x.ts', '../src/lib/server/app.ts']
])('[IM2] %s may import %s', async (file, target) => {
	expect(await refuses(file, target)).toBe(false);
});

import { ESLint } from 'eslint';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({ cwd: root });

/** What the linter says of a form that has `enhance` as its attribute. */
async function refuses(enhance: string): Promise<boolean> {
	const [result] = await eslint.lintText(`<form method="POST" ${enhance}></form>\n`, {
		filePath: join(root, 'src/lib/features/home/Any.svelte')
	});
	return (result?.messages ?? []).some(({ ruleId }) => ruleId === 'no-restricted-syntax');
}

test.each([
	['use:enhance', true],
	['use:enhance={() => ({ update }) => update()}', true],
	['use:enhance={submit}', true],
	['use:enhance={post.submit}', false],
	['use:enhance={save.submitter(() => undefined)}', false],
	['use:enhance={submitJoinForm({})}', false]
])(
	'[UI5] a form that a double click would send twice is refused: %s',
	async (enhance, refused) => {
		expect(await refuses(enhance)).toBe(refused);
	},
	60_000
);

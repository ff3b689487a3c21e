import { readFileSync } from 'node:fs';
import { minifySync, parseSync } from 'vite';
import type { Locale } from '../../src/lib/domain/text/locale.ts';

/**
 * A module whose default export makes the messages of `keys` in one language: a function of the compiled
 * messages' registry, which knows plurals, that gives an object of functions by key. Throws for an unknown key.
 */
export function messageCode(keys: readonly string[], locale: Locale): string {
	const entries = keys.map((key) => `${key}:${compiled(key, locale)}`);
	const { code, errors } = minifySync(
		`${locale}.js`,
		`export default (registry) => ({${entries.join(',\n')}})`
	);
	if (errors[0]) throw new Error(errors[0].message);
	return code;
}

/** The function that the compiler wrote for a key in a language. */
function compiled(key: string, locale: Locale): string {
	const source = readFileSync(`src/lib/paraglide/messages/${key}.js`, 'utf8');
	for (const statement of parseSync(`${key}.js`, source).program.body) {
		if (statement.type !== 'VariableDeclaration') continue;
		for (const { id, init } of statement.declarations)
			if (init && id.type === 'Identifier' && id.name === `${locale}_${key}`)
				return source.slice(init.start, init.end);
	}
	throw new Error(`The compiled messages hold no ${key} in ${locale}.`);
}

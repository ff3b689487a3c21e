import { globSync, readFileSync } from 'node:fs';
import { ACTIVITY_KINDS } from '../../src/lib/domain/activities/activities.ts';

/** A place that tells activities apart by the name of their kind. */
export interface KindComparison {
	readonly line: number;
	readonly text: string;
}

/** The folders that know the kinds one by one. Tests name them too. */
const HOMES = /^src\/lib\/(domain|features|server)\/activities\/|\.test\.ts$/;

/** Where groupings are told apart by a kind of their own, one of which is called as an activity's is. */
const OF_GROUPINGS = /^src\/lib\/(domain\/clusters|server\/reads\/(groupings|votable-clusters))\b/;

const NAME = `['"\`](?:${ACTIVITY_KINDS.join('|')})['"\`]`;
const KIND = String.raw`[\w.?]*[kK]ind\b\)?`;
const FORMS = [
	// activity.kind === 'break', and the other way round
	`${KIND}\\s*[!=]==?\\s*${NAME}`,
	`${NAME}\\s*[!=]==?\\s*${KIND}`,
	// ['notes', 'vote'].includes(kind), new Set(['notes']).has(kind)
	`\\[[^\\]]*${NAME}[^\\]]*\\]\\)?\\.(?:includes|has)\\([^)]*[kK]ind\\b`,
	// switch (activity.kind) { case 'notes':
	`switch\\s*\\([^)]*[kK]ind\\)\\s*\\{[^}]*?case ${NAME}:`,
	// .where('activity.kind', '!=', 'break')
	`['"](?:activity\\.)?kind['"],\\s*['"][^'"]+['"],\\s*\\[?\\s*${NAME}`,
	// <Line kind="notes">, <button name="newKind" value="notes">, and the other way round
	`(?<=<[^>]*\\s)[\\w.]*[kK]ind=${NAME}`,
	`(?<=<[^>]*\\s)name=['"][\\w.]*[kK]ind['"]\\s+[^>]*?value=${NAME}`,
	`(?<=<[^>]*\\s)value=${NAME}\\s+[^>]*?name=['"][\\w.]*[kK]ind['"]`
];

/** Where a file's text compares a kind of activity with a string. */
export function kindComparisons(text: string): KindComparison[] {
	return FORMS.flatMap((form) => [...text.matchAll(new RegExp(form, 'g'))])
		.map((match) => ({
			line: text.slice(0, match.index).split('\n').length,
			text: match[0]
		}))
		.sort((a, b) => a.line - b.line);
}

/** The same for all sources outside the homes of the kinds, as `file:line: text`. */
export function strayKindComparisons(): string[] {
	return globSync(['src/**/*.ts', 'src/**/*.svelte', 'server/**/*.ts'])
		.filter((file) => !HOMES.test(file) && !file.startsWith('src/lib/paraglide/'))
		.sort()
		.flatMap((file) =>
			kindComparisons(readFileSync(file, 'utf8'))
				.filter(({ text }) => !(OF_GROUPINGS.test(file) && text.includes('plenary')))
				.map(({ line, text }) => `${file}:${line}: ${text}`)
		);
}

import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { catalogueProblems, type Catalogue, type Language } from './catalogue-problems.ts';

/** Prints what is wrong in the catalogues under `messages/`, and exits with 1 when something is. */
const LANGUAGES: readonly Language[] = ['ar', 'fr', 'en'];

const areas = globSync('messages/*').map((path) => basename(path));
const problems = [...areas.flatMap(problemsOf), ...unlistedAreas(), ...keysInTwoAreas()];
for (const problem of problems) console.log(problem);
process.exitCode = problems.length ? 1 : 0;

function problemsOf(area: string): string[] {
	const entries = LANGUAGES.map((language) => [language, read(area, language)] as const);
	return catalogueProblems(area, Object.fromEntries(entries) as Record<Language, Catalogue>);
}

/** The compiler passes over an area that the settings do not list. */
function unlistedAreas(): string[] {
	const settings = readFileSync('project.inlang/settings.json', 'utf8');
	return areas
		.filter((area) => !settings.includes(`./messages/${area}/{locale}.json`))
		.map((area) => `${area}: not listed in project.inlang/settings.json`);
}

/** The compiler lets the last area win. */
function keysInTwoAreas(): string[] {
	const seen = new Map<string, string>();
	return areas.flatMap((area) =>
		Object.keys(read(area, 'ar')).flatMap((key) => {
			const other = seen.get(key);
			seen.set(key, area);
			return other === undefined || key === '$schema'
				? []
				: [`${area}: ${key} is also in ${other}`];
		})
	);
}

function read(area: string, language: Language): Catalogue {
	const path = `messages/${area}/${language}.json`;
	return JSON.parse(readFileSync(path, 'utf8')) as Catalogue;
}

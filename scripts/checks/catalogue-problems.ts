import { retiredIn } from './retired-terms.ts';

/** One message: a plain text, or (as the catalogue's format has it) a list with one entry of variants. */
export type Message = string | readonly Variants[];
interface Variants {
	readonly declarations?: readonly string[];
	readonly selectors?: readonly string[];
	readonly match: Readonly<Record<string, string>>;
}

/** An area's catalogue in one language, by key; `$schema` is not a message. */
export type Catalogue = Readonly<Record<string, Message>>;
export type Language = 'ar' | 'fr' | 'en';

/** The plural forms that each language must spell out: a missing one shows the key's name to people. */
const PLURAL_FORMS: Record<Language, readonly string[]> = {
	ar: ['zero', 'one', 'two', 'few', 'many', 'other'],
	fr: ['one', 'many', 'other'],
	en: ['one', 'other']
};

/** Where French puts a space and a line must not break, yet may. */
export const BREAKS_FRENCH = / [:;?!»]|« /;

/** What is wrong between the three languages of one area, a line each; empty when all is well. */
export function catalogueProblems(
	area: string,
	catalogues: Readonly<Record<Language, Catalogue>>
): string[] {
	const languages = Object.keys(PLURAL_FORMS) as Language[];
	const keys = new Set(languages.flatMap((language) => messageKeys(catalogues[language])));
	return [...keys].flatMap((key) => {
		const missing = languages.filter((language) => !(key in catalogues[language]));
		if (missing.length) return [`${area}: ${key} is missing in ${missing.join(', ')}`];
		const messages = languages.map(
			(language) => [language, catalogues[language][key] ?? ''] as const
		);
		return [
			...differingVariables(messages).map((problem) => `${area}: ${key} ${problem}`),
			...messages.flatMap(([language, message]) =>
				[...formProblems(language, message), ...retiredIn(language, key, textsOf(message))].map(
					(problem) => `${area}/${language}: ${key} ${problem}`
				)
			)
		];
	});
}

function messageKeys(catalogue: Catalogue): string[] {
	return Object.keys(catalogue).filter((key) => key !== '$schema');
}

function differingVariables(messages: readonly (readonly [Language, Message])[]): string[] {
	const sets = messages.map(([language, message]) => ({
		language,
		names: [...inputsOf(message)].sort().join(', ') || 'nothing'
	}));
	if (new Set(sets.map(({ names }) => names)).size === 1) return [];
	const list = sets.map(({ language, names }) => `${language}: ${names}`).join('; ');
	return [`takes different variables (${list})`];
}

/** The names that a caller has to give. */
function inputsOf(message: Message): Set<string> {
	if (typeof message === 'string') return placeholders(message);
	const variants = message.flatMap(({ match }) => Object.values(match));
	const declarations = message.flatMap((entry) => entry.declarations ?? []);
	const locals = declarations.flatMap((text) => /^local (\w+)/.exec(text)?.[1] ?? []);
	const inputs = declarations.flatMap((text) => /^input (\w+)/.exec(text)?.[1] ?? []);
	const used = variants.flatMap((text) => [...placeholders(text)]);
	return new Set([...inputs, ...used].filter((name) => !locals.includes(name)));
}

function placeholders(text: string): Set<string> {
	return new Set([...text.matchAll(/(?<!\\)\{(\w+)\}/g)].map(([, name]) => name ?? ''));
}

function formProblems(language: Language, message: Message): string[] {
	const texts = textsOf(message);
	if (texts.some((text) => !text.trim())) return ['is empty'];
	if (language === 'fr' && texts.some((text) => BREAKS_FRENCH.test(text)))
		return [
			'lets a line begin with punctuation: a no-break space belongs before : ; ? ! » and after «'
		];
	if (typeof message === 'string') return [];
	return message.flatMap((entry) => pluralProblems(language, entry));
}

function textsOf(message: Message): string[] {
	return typeof message === 'string' ? [message] : variantTexts(message);
}

function variantTexts(message: readonly Variants[]): string[] {
	return message.flatMap(({ match }) => Object.values(match));
}

/** A selector that is a plural must meet every form, alone or as `*`. */
function pluralProblems(language: Language, entry: Variants): string[] {
	const plurals = (entry.declarations ?? []).flatMap(
		(text) => /^local (\w+) = \w+: plural/.exec(text)?.[1] ?? []
	);
	const conditions = Object.keys(entry.match).map(
		(key) => new Map(key.split(',').map((part) => part.trim().split('=') as [string, string]))
	);
	return plurals
		.filter((name) => entry.selectors?.includes(name))
		.flatMap((name) => {
			const forms = new Set(conditions.map((condition) => condition.get(name)));
			if (forms.has('*')) return [];
			const missing = PLURAL_FORMS[language].filter((form) => !forms.has(form));
			return missing.length ? [`lacks the plural form ${missing.join(', ')}`] : [];
		});
}

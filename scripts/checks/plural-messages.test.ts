import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { m } from '#lib/paraglide/messages.js';
import type { Catalogue, Message } from './catalogue-problems.ts';

const COUNTS = [0, 1, 2, 3, 11, 100];
const LANGUAGES = ['ar', 'fr', 'en'] as const;

type Call = (inputs: Record<string, unknown>, options: { locale: string }) => string;
const compiled = m as unknown as Record<string, Call>;

/** Key, the input that is counted, and a value for each other input. */
type PluralMessage = readonly [key: string, counted: string, others: Record<string, string>];

function pluralMessages(): PluralMessage[] {
	const catalogues = globSync('messages/*/ar.json').map(
		(path) => JSON.parse(readFileSync(path, 'utf8')) as Catalogue
	);
	return catalogues
		.flatMap((catalogue) => Object.entries(catalogue))
		.flatMap(([key, message]): PluralMessage[] => {
			const counted = countedInput(message);
			return counted === undefined ? [] : [[key, counted, otherInputs(message, counted)]];
		});
}

function declarationsOf(message: Message): string[] {
	return typeof message === 'string' ? [] : message.flatMap((entry) => entry.declarations ?? []);
}

function countedInput(message: Message): string | undefined {
	return declarationsOf(message)
		.map((text) => /^local \w+ = (\w+): plural/.exec(text)?.[1])
		.find((name) => name !== undefined);
}

/** An input that variants select by takes one of the values that they know. */
function otherInputs(message: Message, counted: string): Record<string, string> {
	const conditions =
		typeof message === 'string' ? [] : message.flatMap(({ match }) => Object.keys(match));
	const names = declarationsOf(message).flatMap((text) => /^input (\w+)/.exec(text)?.[1] ?? []);
	return Object.fromEntries(
		names
			.filter((name) => name !== counted)
			.map((name) => {
				const known = conditions.map((text) => new RegExp(`\\b${name}=(\\w+)`).exec(text)?.[1]);
				return [name, known.find((value) => value !== undefined) ?? 'x'];
			})
	);
}

test.each(pluralMessages())(
	'[MC3] %s speaks for every number in every language',
	(key, counted, others) => {
		for (const locale of LANGUAGES)
			for (const count of COUNTS) {
				const text = compiled[key]?.({ ...others, [counted]: count }, { locale });
				expect(text, `${locale} ${count}`).toBeTruthy();
				expect(text, `${locale} ${count}`).not.toContain(key);
			}
	}
);

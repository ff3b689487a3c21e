import type { Locale } from '#lib/domain/text/locale.ts';
import * as registry from '#lib/paraglide/registry.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a message names. */
type Inputs = Record<string, unknown>;
type Message = (inputs?: Inputs, options?: { readonly locale?: Locale }) => string;
/** Messages of one language by their keys. */
type Words = Readonly<Record<string, (inputs: Inputs) => string>>;

/** What the file of a page's messages gives (scripts/building/message-code.ts). */
interface MessageFile {
	readonly default: (plurals: typeof registry) => Words;
}

const words: Partial<Record<Locale, Words>> = {};
const known: Record<string, Message> = {};

/**
 * Stands in the place of the compiled messages in what is built for browsers. Each key gives a function that can
 * be kept before its words have come; called without them it throws.
 */
export const m = new Proxy(known, {
	get: (_, key: string): Message =>
		(known[key] ??= (inputs = {}, { locale = getLocale() } = {}) => wordsOf(key, locale)(inputs))
});

function wordsOf(key: string, locale: Locale): (inputs: Inputs) => string {
	const found = words[locale]?.[key];
	if (!found) throw new Error(`The page came without its message ${key} in ${locale}.`);
	return found;
}

/** Takes the words of a page beside those of pages that were shown before. Rejects when the file cannot be had. */
export async function takeMessages(file: string, locale: Locale): Promise<void> {
	const { default: make } = (await import(/* @vite-ignore */ file)) as MessageFile;
	words[locale] = { ...words[locale], ...make(registry) };
}

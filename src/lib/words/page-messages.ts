import * as registry from '#lib/paraglide/registry.js';

/** A message of the page's language, from what it names. */
type Message = (inputs?: Record<string, unknown>) => string;

/** What the file of a page's messages gives (scripts/building/message-code.ts). */
interface MessageFile {
	readonly default: (plurals: typeof registry) => Record<string, Message>;
}

let words: Record<string, Message> = {};
const known: Record<string, Message> = {};

/**
 * Stands in the place of the compiled messages in what is built for browsers. Each key gives a function that can
 * be kept before its words have come; called without them it throws.
 */
export const m = new Proxy(known, {
	get: (_, key: string): Message => (known[key] ??= (inputs) => wordsOf(key)(inputs))
});

function wordsOf(key: string): Message {
	const found = words[key];
	if (!found) throw new Error(`The page came without its message ${key}.`);
	return found;
}

/** Takes the words of a page beside those of pages that were shown before. Rejects when the file cannot be had. */
export async function takeMessages(file: string): Promise<void> {
	const { default: make } = (await import(/* @vite-ignore */ file)) as MessageFile;
	words = { ...words, ...make(registry) };
}

import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';

type Values<T extends ParseArgsOptionsConfig> = ReturnType<
	typeof parseArgs<{ options: T; allowPositionals: true }>
>['values'];

/**
 * The options of a script. Ends the process with a sentence and with the usage where one is unknown, lacks its
 * value, or a word stands there that nobody asked for; with `--help` it prints the usage alone.
 */
export function readOptions<const T extends ParseArgsOptionsConfig>(
	usage: string,
	options: T
): Values<T> {
	const { values, positionals } = readOptionsAndWords(usage, options);
	const [word] = positionals;
	if (word !== undefined) endWith(`${JSON.stringify(word)} means nothing here.`, usage);
	return values;
}

/** As {@link readOptions}, for a script that takes words too, as the names of files. */
export function readOptionsAndWords<const T extends ParseArgsOptionsConfig>(
	usage: string,
	options: T
): { readonly values: Values<T>; readonly positionals: string[] } {
	if (process.argv.slice(2).some((word) => word === '--help' || word === '-h')) {
		console.log(`Usage: ${usage}`);
		process.exit(0);
	}
	try {
		return parseArgs({ options, allowPositionals: true });
	} catch (error) {
		// Its first sentence says what is wrong; those after it explain how to pass a word that begins with a dash.
		const [sentence = ''] = (error instanceof Error ? error.message : String(error)).split('. ');
		return endWith(`${sentence.replace(/\.$/, '')}.`, usage);
	}
}

/** Says what is wrong with the words of a command and how it is used, and ends the process with 1. */
export function endWith(problem: string, usage: string): never {
	console.error(`${problem}\nUsage: ${usage}`);
	process.exit(1);
}

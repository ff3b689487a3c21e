import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { LOCALES, type Locale } from '../../src/lib/domain/text/locale.ts';
import { messageCode } from './message-code.ts';
import { pageMessages } from './page-messages.ts';

/** Tells where the words of a page are; see `src/virtual-modules.d.ts`. */
const VIRTUAL = 'virtual:message-files';

const COMPILED = '#lib/paraglide/messages.js';
const ON_PAGES = 'src/lib/words/page-messages.ts';

/** Files of one page and one language, by path below the folder of the client's files. */
interface MessageFiles {
	readonly folder: string;
	readonly names: ReadonlyMap<string, string>;
	/** Ids of the routes that need every language. */
	readonly multilingual: readonly string[];
	readonly sources: ReadonlyMap<string, string>;
}

/**
 * Browsers get the messages of the page that they show in the one language that it has, as one file, instead of
 * every language of each message: in what is built for them, the compiled messages are replaced by
 * `src/lib/words/page-messages.ts`. Only for builds; the server, the development server and tests keep them all.
 */
export function messagesByPage(): Plugin {
	let made: MessageFiles | undefined;
	const files = (): MessageFiles => (made ??= messageFiles());
	return {
		name: 'messages-by-page',
		enforce: 'pre',
		resolveId(id) {
			if (id === VIRTUAL) return `\0${VIRTUAL}`;
			const built = this.environment.mode === 'build' && this.environment.name === 'client';
			if (built && id === COMPILED) return resolve(ON_PAGES);
			return undefined;
		},
		load(id) {
			if (id !== `\0${VIRTUAL}`) return undefined;
			const built = this.environment.mode === 'build';
			const { folder, names, multilingual } = built ? files() : NONE;
			return `const names = ${JSON.stringify(Object.fromEntries(names))};
				const multilingual = ${JSON.stringify(multilingual)};
				export const pageLanguages = (routeId, own) =>
					multilingual.includes(routeId) ? ${JSON.stringify(LOCALES)} : [own];
				export const messageFile = (routeId, locale) => {
					const name = names[routeId ?? ''] ?? names[''];
					return name === undefined ? undefined : \`/${folder}/\${name}.\${locale}.js\`;
				};`;
		},
		generateBundle() {
			if (this.environment.name !== 'client') return;
			for (const [fileName, source] of files().sources)
				this.emitFile({ type: 'asset', fileName, source });
		}
	};
}

const NONE: Omit<MessageFiles, 'sources'> = { folder: '', names: new Map(), multilingual: [] };

/** All of them, in a folder named after what they hold. */
function messageFiles(): MessageFiles {
	const names = new Map<string, string>();
	const codes = new Map<string, string>();
	const multilingual: string[] = [];
	for (const [routeId, { keys, everyLanguage }] of pageMessages()) {
		if (everyLanguage) multilingual.push(routeId);
		const name = nameOf(routeId);
		names.set(routeId, name);
		for (const locale of LOCALES) codes.set(fileName(name, locale), messageCode(keys, locale));
	}
	const hash = createHash('sha256')
		.update(JSON.stringify([...codes]))
		.digest('base64url');
	const folder = `_app/immutable/messages/${hash.slice(0, 8)}`;
	return {
		folder,
		names,
		multilingual,
		sources: new Map([...codes].map(([name, code]) => [`${folder}/${name}`, code]))
	};
}

/** `/w/[workshop]` is `w-workshop`, the page of no route `none`. */
function nameOf(routeId: string): string {
	return routeId.match(/\w+/g)?.join('-') ?? (routeId === '/' ? 'start' : 'none');
}

const fileName = (name: string, locale: Locale): string => `${name}.${locale}.js`;

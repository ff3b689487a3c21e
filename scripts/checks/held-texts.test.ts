import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** The opening tag of an element that takes its direction from a text, and what it shows first. */
const DIRECTED =
	/<[^<]*?\bdir=\{directionOnPage\((.*?)\)\}(?:[^<>]|=>)*?>\s*\{([^{}]*(?:\{[^{}]*\}[^{}]*)*)\}/gs;

test('[TX18] a text that gives an element its direction is shown with its numbers held', () => {
	const loose = globSync('src/**/*.svelte').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(DIRECTED)].flatMap(([, text = '', shown = '']) =>
			shown.replaceAll(/\s/g, '').includes(text.replaceAll(/\s/g, '')) &&
			!/^\s*(?:#|textOnPage\()/.test(shown)
				? `${file}: ${text}`
				: []
		)
	);
	expect(loose).toEqual([]);
});

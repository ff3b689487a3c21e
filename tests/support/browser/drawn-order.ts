import type { Locator } from '@playwright/test';

/**
 * The characters of what stands in the element from `first` to `last`, in the order in which they are drawn from
 * left to right; marks that nobody sees are left out. Everything has to stand in one line.
 */
export function drawnOrder(element: Locator, first: string, last: string): Promise<string> {
	return element.evaluate(
		(root, [from, to]) => {
			const drawn: { character: string; left: number }[] = [];
			const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
			for (let node = walker.nextNode(); node; node = walker.nextNode()) {
				const text = node.nodeValue ?? '';
				for (let at = 0; at < text.length; at++) {
					const range = document.createRange();
					range.setStart(node, at);
					range.setEnd(node, at + 1);
					const [box] = range.getClientRects();
					const character = text.charAt(at);
					if (box && box.width > 0 && !/[\p{Cf}\n\t]/u.test(character))
						drawn.push({ character, left: box.left });
				}
			}
			const written = drawn.map(({ character }) => character).join('');
			const begin = written.indexOf(from ?? '');
			const end = written.indexOf(to ?? '', begin) + (to ?? '').length;
			if (begin < 0)
				throw new Error(`${JSON.stringify(from)} is not in ${JSON.stringify(written)}`);
			return drawn
				.slice(begin, end)
				.sort((a, b) => a.left - b.left)
				.map(({ character }) => character)
				.join('');
		},
		[first, last]
	);
}

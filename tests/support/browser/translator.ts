import type { Page } from '@playwright/test';

/**
 * Translates the page as Chrome does: each text is taken out, and stands in two FONT elements where it was; what
 * asks not to be translated is left, unless `rude`. Gives how many texts were changed.
 */
export function translatePage(page: Page, { rude = false } = {}): Promise<number> {
	return page.evaluate((everything) => {
		const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const texts: Text[] = [];
		for (let node = walk.nextNode(); node; node = walk.nextNode()) {
			const parent = node.parentElement;
			if (!parent || !node.nodeValue?.trim() || parent.closest('script, style, textarea, select'))
				continue;
			if (everything || !parent.closest('[translate=no]')) texts.push(node as Text);
		}
		for (const text of texts) {
			const [outer, inner] = ['font', 'font'].map((tag) => document.createElement(tag));
			if (!outer || !inner) continue;
			inner.textContent = `${text.nodeValue ?? ''} ✱`;
			outer.append(inner);
			text.parentNode?.insertBefore(outer, text);
			text.remove();
		}
		return texts.length;
	}, rude);
}

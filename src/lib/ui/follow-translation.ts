/** What a translating browser puts in the place of each text. */
const STAND_IN = 'FONT';

/**
 * Keeps a page alive under a browser that translates it. Such a browser takes each text out and puts its own in its
 * place; whoever then changes the text changes what nobody sees. Here a text that changes while it is out comes back
 * in the place of its translation, which the browser may then translate anew. Browser only; gives what ends it.
 */
export function followTranslation(root: Node): () => void {
	const standIns = new WeakMap<Node, Element>();
	const changes = new MutationObserver((records) => {
		for (const { target } of records) {
			const standIn = standIns.get(target);
			if (standIn?.isConnected && !target.isConnected) standIn.replaceWith(target);
		}
	});
	const swaps = new MutationObserver((records) => {
		let last: Element | undefined;
		for (const { addedNodes, removedNodes, previousSibling, nextSibling } of records) {
			for (const node of addedNodes) if (isStandIn(node)) last = node;
			for (const text of removedNodes) {
				if (!(text instanceof Text) || text.isConnected) continue;
				const standIn = [...addedNodes, previousSibling, nextSibling].find(isStandIn) ?? last;
				if (!standIn) continue;
				standIns.set(text, standIn);
				changes.observe(text, { characterData: true });
			}
		}
	});
	swaps.observe(root, { childList: true, subtree: true });
	return () => {
		swaps.disconnect();
		changes.disconnect();
	};
}

function isStandIn(node: Node | null): node is Element {
	return node instanceof Element && node.tagName === STAND_IN;
}

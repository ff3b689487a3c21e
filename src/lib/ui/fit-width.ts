/**
 * Makes a line of text smaller where it is wider than what it stands in, as an attachment: `{@attach fitWidth}`.
 * Letters are of such different widths that no one size suits all words of the same length.
 */
export function fitWidth(element: HTMLElement): () => void {
	const around = element.parentElement;
	const fit = (): void => {
		if (!around) return;
		element.style.removeProperty('font-size');
		const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(around);
		const room = around.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd);
		const width = element.scrollWidth;
		if (width <= room) return;
		const size = parseFloat(getComputedStyle(element).fontSize);
		element.style.setProperty('font-size', `${Math.floor((size * room) / width)}px`);
	};
	const watching = new ResizeObserver(fit);
	if (around) watching.observe(around);
	// The page's own letters come after it.
	void document.fonts.ready.then(fit);
	return () => watching.disconnect();
}

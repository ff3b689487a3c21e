/** A list that scrolls by itself takes the focus, so that the arrow keys move it in every browser. */
export function scrollsByKeyboard(list: HTMLElement): void {
	list.tabIndex = 0;
}

/**
 * Copies `text`; true when it worked. A page on a plain-http LAN address has no clipboard API, so a
 * selected textarea stands in for it there.
 */
export async function copyText(text: string): Promise<boolean> {
	try {
		await navigator.clipboard.writeText(text);
		return true;
	} catch {
		return copyBySelection(text);
	}
}

function copyBySelection(text: string): boolean {
	const returnTo = document.activeElement;
	const area = document.createElement('textarea');
	area.value = text;
	area.readOnly = true;
	area.className = 'sr';
	// inside an open dialog, nothing outside of it can be selected
	(document.querySelector('dialog[open]') ?? document.body).append(area);
	area.select();
	// deprecated, and the only way where the clipboard API is missing
	const page: { execCommand?: (command: string) => boolean } = document;
	const copied = page.execCommand?.('copy') ?? false;
	area.remove();
	if (returnTo instanceof HTMLElement) returnTo.focus();
	return copied;
}

/** The name that a download's `content-disposition` carries in any script, or `otherwise`. */
export function offeredName(disposition: string | null, otherwise: string): string {
	const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
	if (encoded === undefined) return otherwise;
	try {
		return decodeURIComponent(encoded);
	} catch {
		return otherwise;
	}
}

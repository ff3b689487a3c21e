import { formatNumber } from '#lib/domain/text/format.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** A number of bytes as people say it: 17 kB, 1.2 MB. */
export function fileSize(bytes: number, locale: Locale): string {
	const options = { locale };
	if (bytes < 1_000_000) {
		const size = formatNumber(Math.max(1, Math.round(bytes / 1000)), locale);
		return m.export_kilobytes({ size }, options);
	}
	return m.export_megabytes({ size: formatNumber(Math.round(bytes / 1e5) / 10, locale) }, options);
}

const segmenter = new Intl.Segmenter('ar', { granularity: 'grapheme' });

/** The first characters of a text for a short message: `start`, with an ellipsis where it was cut. */
export function opening(text: string, characters = 18): { start: string } {
	const segments = [...segmenter.segment(text.replace(/\s+/g, ' '))].map(({ segment }) => segment);
	if (segments.length <= characters) return { start: segments.join('') };
	return { start: `${segments.slice(0, characters).join('').trimEnd()}…` };
}

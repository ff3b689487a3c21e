import type { Attachment } from 'svelte/attachments';

/** Makes a textarea as high as its text, an empty one as high as its style says; `text` is read so that it follows. Style `max-block-size` caps it. */
export function growing(text: () => string): Attachment<HTMLTextAreaElement> {
	return (area) => {
		const empty = text() === '';
		area.style.blockSize = empty ? '' : 'auto';
		if (!empty) area.style.blockSize = `${area.scrollHeight}px`;
	};
}

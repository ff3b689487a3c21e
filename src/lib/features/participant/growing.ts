import type { Attachment } from 'svelte/attachments';

/** Makes a textarea as high as its text; `text` is read so that it follows. Style `max-block-size` caps it. */
export function growing(text: () => string): Attachment<HTMLTextAreaElement> {
	return (area) => {
		text();
		area.style.blockSize = 'auto';
		area.style.blockSize = `${area.scrollHeight}px`;
	};
}

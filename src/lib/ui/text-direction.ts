import { createContext } from 'svelte';

/** How a text that people wrote or are writing runs on this page. */
export type TextDirection = (text: string) => 'rtl' | 'ltr';

/**
 * What the fields ask how the text in them runs. Whoever lays the page out says it once, since only the
 * page knows the language of its readers.
 */
const [getTextDirection, setTextDirection] = createContext<TextDirection>();
export { getTextDirection, setTextDirection };

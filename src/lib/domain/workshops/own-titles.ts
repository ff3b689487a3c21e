import { ownText } from '../text/own-text.ts';
import type { WorkshopBasics } from './workshop-basics.ts';

type Titles = Pick<WorkshopBasics, 'title' | 'shortTitle'>;

/**
 * The titles of a workshop that begins with another's: all of them while its title is left as it was. Once it
 * was changed in a language, the short title and what stands unchanged in the other languages would name
 * the other workshop, and go. Rule [WS12].
 */
export function ownTitles(title: Titles['title'], origin: Titles): Titles {
	const own = ownText(title, origin.title);
	return { title: own, shortTitle: own === title ? origin.shortTitle : {} };
}

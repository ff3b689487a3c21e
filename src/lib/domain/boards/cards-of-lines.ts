import { withoutChatMarks } from '../text/lists/chat-marks.ts';
import { withoutListMarks } from '../text/lists/list-marks.ts';
import { plainLineBreaks } from '../text/line-breaks.ts';
import { characterCount } from '../text/text.ts';
import { NOTE_TEXT_LIMIT } from './note.ts';

/** Most cards that one pasted list becomes at once. */
export const MOST_CARDS_OF_LINES = 40;

/** What a text of several lines comes to when each line is a card. */
export interface CardsOfLines {
	/** Each within the limit of a note, in the order of the lines. */
	readonly cards: readonly string[];
	/** What is no card, as it was written: a heading, lines too long for a note or one too many. '' for nothing. */
	readonly rest: string;
}

/**
 * Reads a list of ideas, one on each line, without the marks that enumerate them and those of chats. Words are never
 * cut inside a line, as names are: an idea has commas. A first line that ends with a colon leads to the others.
 */
export function cardsOfLines(text: string): CardsOfLines {
	const lines = withoutChatMarks(plainLineBreaks(text))
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
	const leads = lines.length > 2 && lines[0]?.endsWith(':') && !lines[1]?.endsWith(':');
	const ideas = withoutListMarks(leads ? lines.slice(1) : lines);
	const fits = (idea: string): boolean => characterCount(idea) <= NOTE_TEXT_LIMIT;
	const cards: string[] = [];
	const rest = leads ? lines.slice(0, 1) : [];
	for (const idea of ideas)
		(fits(idea) && cards.length < MOST_CARDS_OF_LINES ? cards : rest).push(idea);
	return { cards, rest: rest.join('\n') };
}

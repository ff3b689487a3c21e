import { expect, test } from 'vitest';
import { cardsOfLines, MOST_CARDS_OF_LINES } from './cards-of-lines.ts';

test.each([
	['ماء\nطرق\r\nأسواق', ['ماء', 'طرق', 'أسواق']],
	['أ- ماء\nب- طرق\nج- أسواق', ['ماء', 'طرق', 'أسواق']],
	['- Eau, électricité, routes\n\n- Marchés', ['Eau, électricité, routes', 'Marchés']],
	['• *Eau*\v• Marchés', ['Eau', 'Marchés']],
	['🔥 Prix\n💧 Eau', ['🔥 Prix', '💧 Eau']],
	['une seule ligne', ['une seule ligne']],
	['', []]
])('[PP18] each line is a card: %j', (text, cards) => {
	expect(cardsOfLines(text)).toEqual({ cards, rest: '' });
});

test('[PP18] what can be no card is left as it was written', () => {
	const long = 'ط'.repeat(601);
	expect(cardsOfLines(`نقط القوة:\n1) ماء\n2) ${long}\n3) طرق`)).toEqual({
		cards: ['ماء', 'طرق'],
		rest: `نقط القوة:\n${long}`
	});
	const many = Array.from(
		{ length: MOST_CARDS_OF_LINES + 2 },
		(_, index) => `idée ${'x'.repeat(index)}`
	);
	const { cards, rest } = cardsOfLines(many.join('\n'));
	expect([cards.length, rest.split('\n').length]).toEqual([MOST_CARDS_OF_LINES, 2]);
});

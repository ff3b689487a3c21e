import { expect, test } from 'vitest';
import type * as Y from 'yjs';
import { SeededRandom } from '../../../tests/fuzz/seeded-random.ts';
import { facilitator, GatedDocument } from '../../../tests/support/sockets/gated-document.ts';
import { addAction, addRow, readPlan, setFields, setRow } from '../board/plan-doc.ts';
import { LIST_NAMES, OWN_PARTS } from '../domain/plan/action-fields.ts';
import { planSchema } from './schemas/plan-schema.ts';

/** The first column of each list, which is a line. */
const FIRST = {
	...{ responsible: 'name', owner: 'name', delegatedOwner: 'name', partners: 'name' },
	...{ financing: 'source', contributions: 'source', milestones: 'label', results: 'label' },
	...{ indicators: 'label', risks: 'label', alignment: 'programme', raci: 'name' }
} as const;

const TEXTS = Object.entries(OWN_PARTS).flatMap(([name, { kind }]) =>
	kind === 'text' ? [name as 'description'] : []
);

/** Adds a word to a text at the beginning of one of its words. */
function withWord(text: string, word: string, random: SeededRandom): string {
	const starts = [0, ...[...text.matchAll(/ /g)].map(({ index }) => index + 1)];
	const at = random.pick(starts);
	return `${text.slice(0, at)}${word} ${text.slice(at)}`;
}

test.each([1, 2, 3])(
	'[PL9] of 200 edits of one action by two who now and then meet, every row and every word is there (seed %i)',
	(seed) => {
		const random = new SeededRandom(seed);
		const room = new GatedDocument(planSchema());
		const pages = ['f', 'g'].map((letter) => room.page(facilitator(letter)));
		const [first, second] = pages;
		const action = addAction(first!.doc, { ar: 'صندوق' }, { code: '1.1.1', objectiveId: 'o1' });
		const own = () => readPlan(room.doc).actions[0]!;
		expect(first!.reconnect().kind).toBe('accepted');
		second!.receive();
		const rows: string[] = [];
		const words: string[] = [];
		for (let edit = 0; edit < 200; edit++) {
			const page = random.pick(pages);
			const token = `${page === first ? 'ف' : 'g'}${edit}`;
			if (random.chance(0.5)) {
				write(page.doc, token);
				words.push(token);
			} else {
				const list = random.pick(LIST_NAMES);
				addRow(page.doc, action, list, { [FIRST[list]]: token });
				rows.push(token);
			}
			if (random.chance(0.15)) expect(page.reconnect().kind).toBe('accepted');
		}
		for (const page of [...pages, ...pages]) page.reconnect();

		const stand = LIST_NAMES.flatMap((list) =>
			own()[list].map((row): unknown => Reflect.get(row, FIRST[list]) as unknown)
		);
		expect(stand.toSorted()).toEqual(rows.toSorted());
		const texts = [
			...TEXTS.map((name) => own()[name]),
			...own().partners.map(({ commitment }) => commitment),
			...own().risks.map(({ mitigation }) => mitigation)
		];
		expect(texts.flatMap((text) => text.split(' ').filter(Boolean)).toSorted()).toEqual(
			words.toSorted()
		);
		for (const page of pages) expect(readPlan(page.doc)).toEqual(readPlan(room.doc));

		/** Into a text of the action, or of one of its rows. */
		function write(doc: Y.Doc, token: string): void {
			const seen = readPlan(doc).actions[0]!;
			const partner = random.pickOr(seen.partners);
			if (partner && random.chance(0.3)) {
				const commitment = withWord(partner.commitment, token, random);
				setRow(doc, 'partners', partner.id, { commitment });
				return;
			}
			const name = random.pick(TEXTS);
			setFields(doc, 'actions', action, { [name]: withWord(seen[name], token, random) });
		}
	}
);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { Incoming, type IncomingContent } from './incoming.ts';
import { Sequence } from './sequence.ts';

/** What replicas do, apart from each other, to one text and one key of a map. */
const steps = fc.array(
	fc.record({
		replica: fc.nat(3),
		at: fc.nat(30),
		remove: fc.nat(3),
		text: fc.constantFrom('', 'a', 'bc', 'def', 'ghij'),
		/** From which replica it first takes everything; 4 for none. */
		hear: fc.nat(4)
	}),
	{ maxLength: 40 }
);
type Step = (typeof steps extends fc.Arbitrary<infer Value> ? Value : never)[number];

function replicasAfter(story: readonly Step[]): Y.Doc[] {
	const docs = [40, 10, 30, 20].map((client) => {
		const doc = new Y.Doc();
		doc.clientID = client;
		return doc;
	});
	for (const { replica, at, remove, text, hear } of story) {
		const doc = docs[replica];
		const other = docs[hear];
		if (!doc) continue;
		if (other) Y.applyUpdate(doc, Y.encodeStateAsUpdate(other));
		const words = doc.getText('text');
		const start = Math.min(at, words.length);
		words.delete(start, Math.min(remove, words.length - start));
		words.insert(start, text);
		if (remove > 0) doc.getMap('map').set('key', text);
	}
	return docs;
}

/** The new items of a root in the order in which Yjs could take them. */
function newItems(from: Y.Doc, to: Y.Doc, root: Y.Text | Y.Map<unknown>): Incoming[] {
	const known = Y.decodeStateVector(Y.encodeStateVector(to));
	const items: Y.Item[] = [];
	for (const structs of from.store.clients.values())
		for (const item of structs)
			if (item instanceof Y.Item && item.parent === root) items.push(item);
	const units = items.flatMap((item) => unitsOf(item));
	const waiting = new Set(units.filter(({ client, clock }) => clock >= (known.get(client) ?? 0)));
	const placed: Incoming[] = [];
	while (waiting.size > 0) {
		const ready = [...waiting].find((unit) =>
			[unit.origin, unit.rightOrigin].every(
				(id) =>
					![...waiting].some((other) => other.client === id?.client && other.clock === id.clock)
			)
		);
		if (!ready) throw new Error('a circle');
		waiting.delete(ready);
		placed.push(ready);
	}
	return placed;
}

function unitsOf({ id, length, origin, rightOrigin, content, deleted }: Y.Item): Incoming[] {
	return Array.from({ length }, (_, offset) => {
		const unit: IncomingContent =
			!deleted && content instanceof Y.ContentString
				? { kind: 'characters', text: content.str.charAt(offset) }
				: { kind: 'deleted' };
		const clock = id.clock + offset;
		const left = offset === 0 ? origin : { client: id.client, clock: clock - 1 };
		return new Incoming({ client: id.client, clock }, 1, unit, { origin: left, rightOrigin });
	});
}

describe('[GT14] the order that Yjs will give', () => {
	test('to the values of a key', () => {
		fc.assert(
			fc.property(steps, (story) => {
				const [one, two] = replicasAfter(story);
				if (!one || !two) throw new Error('two replicas');
				const map = one.getMap('map');
				let first = map._map.get('key') ?? null;
				while (first?.left) first = first.left;
				const sequence = new Sequence(first);
				for (const item of newItems(two, one, two.getMap('map'))) sequence.add(item);
				const before = map._map.get('key')?.lastId;
				Y.applyUpdate(one, Y.encodeStateAsUpdate(two));
				const tail = map._map.get('key')?.lastId;
				const last = sequence.last() ?? before;
				expect([last?.client, last?.clock]).toEqual([tail?.client, tail?.clock]);
			})
		);
	}, 60_000);
});

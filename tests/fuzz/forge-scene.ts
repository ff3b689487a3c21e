import type * as Y from 'yjs';
import { any, type, TYPE_REF } from './forge-contents.ts';
import { addEntry, type Hand } from './forge-honest.ts';
import { encodeRaw, type RawContent, type RawId, type RawStruct } from './forge-update.ts';
import { SeededRandom } from './seeded-random.ts';
import { lastIdOf, ROOTS, type Entry, type Terrain } from './terrain.ts';

/** What an attack is made from: the document as it stands, the attacker, and somebody else's part of it. */
export interface Scene {
	readonly terrain: Terrain;
	readonly hand: Hand;
	/** An entry that the attacker may not change. */
	readonly victim: Entry;
	/** A client id that is bound to somebody else. */
	readonly otherClient: number;
}

/** An honest note of the attacker's own, as a carrier. */
export function note(terrain: Terrain, hand: Hand): Uint8Array {
	return encodeRaw(addEntry(terrain, hand, new SeededRandom(1), ownKey({ terrain, hand })));
}

export function ownKey({ hand }: Pick<Scene, 'terrain' | 'hand'>): string {
	return `${hand.pseudonym}:000000000000`;
}

export function one({ terrain, hand }: Scene, struct: RawStruct): Uint8Array {
	const clock = terrain.next(hand.client);
	return encodeRaw({ groups: [{ client: hand.client, clock, structs: [struct] }], deletes: [] });
}

export function words(): RawStruct {
	return { kind: 'item', parent: 'notes', sub: 'aaaaaaaaaaaaaaaa:000000000000', content: any([1]) };
}

export function deletes(client: number, clock: number, length: number): Uint8Array {
	return encodeRaw({ groups: [], deletes: [{ client, ranges: [{ clock, length }] }] });
}

/** The victim's text; in documents without texts, the victim itself. */
export function textId({ terrain, victim }: Scene): RawId {
	return terrain.textOf(victim)?.id ?? victim.item.id;
}

export function lastOfText({ terrain, victim }: Scene): RawId {
	return lastIdOf(terrain.textOf(victim)?.items.at(-1) ?? victim.item);
}

export function fieldOf({ victim }: Scene, name: string): Y.Item {
	return victim.map._map.get(name) ?? victim.item;
}

/** An own note whose field `sub` is what no field may be. */
export function withField(scene: Scene, content: RawContent, sub: string): Uint8Array {
	const { client } = scene.hand;
	const clock = scene.terrain.next(client);
	const parent = { client, clock };
	const root = ROOTS[scene.terrain.kind].entries[0] ?? 'notes';
	return encodeRaw({
		groups: [
			{
				client,
				clock,
				structs: [
					{ kind: 'item', parent: root, sub: ownKey(scene), content: type(TYPE_REF.map) },
					{ kind: 'item', parent, sub, content }
				]
			}
		],
		deletes: []
	});
}

/** An own note whose text holds what is no character. */
export function inOwnText(scene: Scene, content: RawContent): Uint8Array {
	const { client } = scene.hand;
	const clock = scene.terrain.next(client);
	const parent = { client, clock };
	return encodeRaw({
		groups: [
			{
				client,
				clock,
				structs: [
					{ kind: 'item', parent: 'notes', sub: ownKey(scene), content: type(TYPE_REF.map) },
					{ kind: 'item', parent, sub: 'column', content: any([scene.hand.columns[0] ?? 'S']) },
					{ kind: 'item', parent, sub: 'at', content: any([1_760_000_000_000]) },
					{ kind: 'item', parent, sub: 'text', content: type(TYPE_REF.text) },
					{ kind: 'item', parent: { client, clock: clock + 3 }, content }
				]
			}
		],
		deletes: []
	});
}

export function nested(scene: Scene, depth: number): Uint8Array {
	const { client } = scene.hand;
	const clock = scene.terrain.next(client);
	const structs: RawStruct[] = [
		{ kind: 'item', parent: scene.victim.root, sub: ownKey(scene), content: type(TYPE_REF.map) }
	];
	for (let level = 0; level < depth; level++)
		structs.push({
			kind: 'item',
			parent: { client, clock: clock + level },
			sub: 'm',
			content: type(TYPE_REF.map)
		});
	return encodeRaw({ groups: [{ client, clock, structs }], deletes: [] });
}

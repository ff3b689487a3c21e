import * as Y from 'yjs';
import {
	any,
	binary,
	deleted,
	embed,
	format,
	json,
	POLLUTING,
	string,
	subdocument,
	type,
	TYPE_REF
} from './forge-contents.ts';
import {
	deletes,
	fieldOf,
	inOwnText,
	lastOfText,
	nested,
	note,
	one,
	ownKey,
	textId,
	withField,
	words,
	type Scene
} from './forge-scene.ts';
import { encodeRaw, type RawStruct } from './forge-update.ts';
import { lastIdOf } from './terrain.ts';

/** Each gives the frames of one attack, in the order in which they are sent. */
export const ATTACKS: Readonly<Record<string, (scene: Scene) => Uint8Array[]>> = {
	'another’s client id': ({ terrain, hand, otherClient }) => [
		note(terrain, { ...hand, client: otherClient })
	],
	'a forged origin into another’s note': (scene) => [
		one(scene, { kind: 'item', origin: lastOfText(scene), content: string('مدسوس') }),
		one(scene, {
			kind: 'item',
			origin: lastIdOf(fieldOf(scene, 'column')),
			sub: 'column',
			content: any(['W'])
		})
	],
	'a forged right origin into another’s note': (scene) => [
		one(scene, { kind: 'item', rightOrigin: lastOfText(scene), content: string('مدسوس') })
	],
	'a forged parent in another’s note': (scene) => [
		one(scene, { kind: 'item', parent: textId(scene), content: string('مدسوس') }),
		one(scene, {
			kind: 'item',
			parent: scene.victim.item.id,
			sub: 'deleted',
			content: any([true])
		})
	],
	'a higher client id on an existing key': ({ terrain, hand, victim }) => {
		const client = 0xffff_ffff;
		const structs: RawStruct[] = [
			{ kind: 'item', parent: victim.root, sub: victim.key, content: type(TYPE_REF.map) }
		];
		const field: RawStruct[] = [
			{ kind: 'item', parent: victim.item.id, sub: 'column', content: any(['W']) }
		];
		return [
			encodeRaw({ groups: [{ client, clock: 0, structs }], deletes: [] }),
			encodeRaw({ groups: [{ client, clock: 0, structs: field }], deletes: [] }),
			encodeRaw({
				groups: [{ client: hand.client, clock: terrain.next(hand.client), structs }],
				deletes: []
			})
		];
	},
	'a delete set over others’ items': ({ terrain, victim, otherClient }) => [
		deletes(victim.item.id.client, victim.item.id.clock, 1),
		deletes(otherClient, 0, terrain.next(otherClient))
	],
	'a delete set over a future clock': ({ terrain, hand, otherClient }) => [
		deletes(otherClient, terrain.next(otherClient), 1000),
		deletes(hand.client, terrain.next(hand.client) + 5, 1),
		deletes(0x1234_5678, 0, 10)
	],
	'a clock gap': ({ terrain, hand }) => [
		encodeRaw({
			groups: [{ client: hand.client, clock: terrain.next(hand.client) + 3, structs: [words()] }],
			deletes: []
		}),
		encodeRaw({
			groups: [
				{
					client: hand.client,
					clock: terrain.next(hand.client),
					structs: [{ kind: 'skip', length: 3 }, words()]
				}
			],
			deletes: []
		})
	],
	'unknown dependencies': (scene) =>
		Array.from({ length: 20 }, (_, index): Uint8Array => {
			const unknown = { client: 0x4000_0000 + index, clock: 7 };
			const content = string('x'.repeat(2000));
			return one(
				scene,
				index % 2 === 0
					? { kind: 'item', origin: unknown, content }
					: { kind: 'item', parent: unknown, content }
			);
		}),
	'30 million declared structs': ({ hand }) => [
		encodeRaw({
			groups: [{ client: hand.client, clock: 0, structs: [words()], declared: 30_000_000 }],
			deletes: []
		}),
		encodeRaw({
			groups: [],
			deletes: [{ client: hand.client, ranges: [], declared: 30_000_000 }]
		})
	],
	'a zero-length GC struct': (scene) => [one(scene, { kind: 'gc', length: 0 })],
	'a huge GC struct': (scene) => [
		one(scene, { kind: 'gc', length: 0x7fff_ffff }),
		one(scene, { kind: 'gc', length: Number.MAX_SAFE_INTEGER - 1 }),
		one(scene, {
			kind: 'item',
			parent: scene.victim.root,
			sub: ownKey(scene),
			content: deleted(2 ** 31)
		})
	],
	'a list in a map': (scene) => [
		one(scene, {
			kind: 'item',
			parent: scene.victim.root,
			sub: ownKey(scene),
			content: type(TYPE_REF.array)
		}),
		withField(scene, type(TYPE_REF.array), 'text')
	],
	'nested maps 20,000 deep': (scene) => [nested(scene, 20_000)],
	'a subdocument': (scene) => [
		withField(scene, subdocument('00000000-0000-4000-8000-000000000000'), 'doc')
	],
	'a format': (scene) => [inOwnText(scene, format('bold', 'true'))],
	'an embed': (scene) => [inOwnText(scene, embed('{"image":"x"}'))],
	'a binary value': (scene) => [withField(scene, binary(new Uint8Array(100)), 'column')],
	'a JSON value': (scene) => [withField(scene, json(['{"__proto__":{"polluted":1}}']), 'column')],
	'a __proto__ key': (scene) => [
		one(scene, {
			kind: 'item',
			parent: scene.victim.root,
			sub: '__proto__',
			content: type(TYPE_REF.map)
		}),
		one(scene, { kind: 'item', parent: '__proto__', sub: 'polluted', content: any([1]) }),
		withField(scene, any([1]), '__proto__'),
		withField(scene, any([POLLUTING]), 'column')
	],
	'a new root': (scene) => [
		one(scene, { kind: 'item', parent: 'attic', sub: 'a', content: any([1]) }),
		one(scene, { kind: 'item', parent: scene.victim.root, content: string('in the root’s list') })
	],
	'trailing bytes': ({ terrain, hand }) => [
		new Uint8Array([...note(terrain, hand), 0]),
		new Uint8Array([...note(terrain, hand), ...note(terrain, hand)])
	],
	'a V2 update': ({ terrain, hand }) => {
		const doc = new Y.Doc();
		Y.applyUpdate(doc, note(terrain, hand));
		return [Y.encodeStateAsUpdateV2(doc)];
	},
	'a client id twice': ({ terrain, hand }) => {
		const clock = terrain.next(hand.client);
		return [
			encodeRaw({
				groups: [
					{ client: hand.client, clock, structs: [words()] },
					{ client: hand.client, clock, structs: [words()] }
				],
				deletes: []
			})
		];
	}
};

import type { AnyEncodable } from 'lib0/encoding';
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
	unknownKind
} from './forge-contents.ts';
import { WORDS, type Hand } from './forge-honest.ts';
import type { RawContent, RawId, RawStruct } from './forge-update.ts';
import type { SeededRandom } from './seeded-random.ts';
import { ROOTS, type Terrain } from './terrain.ts';

/** What a forger knows: the document, its own hand, and the client ids of others. */
export interface Forge {
	readonly terrain: Terrain;
	readonly hand: Hand;
	/** Client ids bound to others, the server's own among them. */
	readonly others: readonly number[];
	/** Client ids bound to the forger. */
	readonly own: readonly number[];
	readonly random: SeededRandom;
}

export function anyStruct(forge: Forge): RawStruct {
	const { random } = forge;
	const turn = random.next();
	if (turn < 0.06)
		return {
			kind: random.pick(['gc', 'skip']),
			length: random.pick([0, 1, 3, 1000, 2 ** 31, 2 ** 52])
		};
	const origin = random.chance(0.4) ? anyId(forge) : undefined;
	const rightOrigin = random.chance(0.3) ? anyId(forge) : undefined;
	const sub = random.chance(0.6) ? anySub(forge) : undefined;
	return {
		kind: 'item',
		origin,
		rightOrigin,
		parent: anyParent(forge),
		sub,
		content: anyContent(forge)
	};
}

export function anyClient({ hand, others, own, random, terrain }: Forge): number {
	const turn = random.next();
	if (turn < 0.3) return random.pickOr(others) ?? 0;
	if (turn < 0.5) return random.pickOr(own) ?? hand.client;
	if (turn < 0.6) return random.pickOr(terrain.clients()) ?? 1;
	if (turn < 0.85) return random.clientId();
	return random.pick([0, 1, 0xffff_ffff, 2 ** 32, 2 ** 52, terrain.doc.clientID]);
}

export function anyId(forge: Forge): RawId {
	const { random, terrain, hand } = forge;
	const turn = random.next();
	if (turn < 0.7) return terrain.anyId(random) ?? { client: hand.client, clock: 0 };
	if (turn < 0.85) {
		// One that this update itself may bring.
		return { client: hand.client, clock: terrain.next(hand.client) + random.between(-2, 4) };
	}
	const client = anyClient(forge);
	return { client, clock: random.below(terrain.next(client) + 3) };
}

export function anyParent(forge: Forge): string | RawId {
	const { random, terrain } = forge;
	const roots = ROOTS[terrain.kind];
	const turn = random.next();
	if (turn < 0.35) return random.pick([...roots.entries, ...roots.values]);
	if (turn < 0.6) {
		const entry = random.pickOr(terrain.entries());
		if (entry)
			return random.chance(0.6) ? entry.item.id : (terrain.textOf(entry)?.id ?? entry.item.id);
	}
	if (turn < 0.9) return anyId(forge);
	return random.pick(['', '__proto__', 'constructor', 'attic', 'notes', 'stage', 'members']);
}

export function anySub(forge: Forge): string {
	const { random, terrain, hand } = forge;
	const turn = random.next();
	if (turn < 0.25) return random.pickOr(terrain.entries())?.key ?? random.id(12);
	if (turn < 0.4) return `${hand.pseudonym}:${random.id(12)}`;
	if (turn < 0.45) return `${hand.pseudonym}:${random.id(random.below(40))}`;
	if (turn < 0.55) return `${random.id(16)}:${random.id(12)}`;
	if (turn < 0.85)
		return random.pick([
			'column',
			'text',
			'at',
			'deleted',
			'edited',
			'title.ar',
			'position',
			'state',
			'action',
			'description',
			'commitment'
		]);
	return random.pick([
		'__proto__',
		'constructor',
		'',
		'toString',
		'x'.repeat(200),
		'a03/b',
		'\u0000'
	]);
}

const VALUES: readonly AnyEncodable[] = [
	null,
	undefined,
	true,
	0,
	-1,
	Number.NaN,
	Number.POSITIVE_INFINITY,
	1e300,
	2n,
	'S',
	'W',
	'X',
	'',
	'x'.repeat(3000),
	{ column: 'S' },
	['S'],
	POLLUTING,
	new Uint8Array(4)
];

export function anyContent({ random }: Forge): RawContent {
	const turn = random.next();
	if (turn < 0.25) return any([random.pick(VALUES)]);
	if (turn < 0.3) return any([random.pick(VALUES), random.pick(VALUES)]);
	if (turn < 0.5) return string(random.pick([...WORDS, '', 'x'.repeat(700), '\ud83c', '\udf3e']));
	if (turn < 0.75) return type(random.below(8));
	if (turn < 0.82) return deleted(random.pick([0, 1, 2, 100, 2 ** 31]));
	return random.pick([
		() => json(['{"a":1}', 'undefined']),
		() => json(['not json']),
		() => binary(new Uint8Array(3)),
		() => embed('{}'),
		() => format('bold', 'true'),
		() => subdocument(random.id(8)),
		() => any([], random.pick([0, 3, 2 ** 31])),
		() => unknownKind(random.between(11, 31))
	])();
}

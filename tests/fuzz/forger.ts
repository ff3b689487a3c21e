import * as Y from 'yjs';
import { ATTACKS } from './forge-attacks.ts';
import { forgeHonest, type Hand } from './forge-honest.ts';
import type { Forge } from './forge-anything.ts';
import { forgeEntry } from './forge-entry.ts';
import { forgeNear } from './forge-near.ts';
import { forgeRandom, mutateBytes, mutateRaw } from './forge-mutations.ts';
import { decodeRaw, encodeRaw, type RawUpdate } from './forge-update.ts';
import type { Person } from './people.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Terrain } from './terrain.ts';

const NOTHING: RawUpdate = { groups: [], deletes: [] };
const ATTACK_NAMES = Object.keys(ATTACKS).filter((name) => !name.startsWith('nested maps'));

/** Somebody who wants to write what they may not, with all that can be known of the document. */
export class Forger {
	private readonly terrain: Terrain;
	private readonly random: SeededRandom;
	private readonly person: Person;

	constructor(terrain: Terrain, person: Person, random: SeededRandom) {
		this.terrain = terrain;
		this.person = person;
		this.random = random;
	}

	/**
	 * The next forged or mutated update. `others` and `own` are client ids by whom they are bound to;
	 * `heard` are updates that others sent, or that were sent before.
	 */
	next(
		client: number,
		own: readonly number[],
		others: readonly number[],
		heard: readonly Uint8Array[]
	): Uint8Array {
		const { random, terrain, person } = this;
		const hand = handOf(person, client);
		const forge: Forge = { terrain, hand, own, others, random };
		const turn = random.next();
		if (turn < 0.15) return encodeRaw(forgeRandom(forge));
		if (turn < 0.24) return encodeRaw(forgeEntry(forge) ?? NOTHING);
		if (turn < 0.34) return encodeRaw(forgeNear(forge) ?? NOTHING);
		if (turn < 0.38) return mutateBytes(random.pickOr(heard) ?? Uint8Array.of(0, 0), random);
		if (turn < 0.45) return this.recombined(hand, heard);
		if (turn < 0.5) return this.attack(hand, others);
		// As somebody who may change everything: what a facilitator could send, sent by this person.
		const wishful = random.chance(0.4) ? { ...hand, all: true } : hand;
		const borrowed = random.chance(0.15) ? { ...wishful, pseudonym: random.id(16) } : wishful;
		const honest = forgeHonest(terrain, borrowed, random) ?? NOTHING;
		if (turn < 0.62) return mutateBytes(encodeRaw(honest), random);
		return encodeRaw(random.chance(0.1) ? honest : mutateRaw(honest, forge));
	}

	/** What somebody else sent: as it was, from another client id, or merged with something of one's own. */
	private recombined(hand: Hand, heard: readonly Uint8Array[]): Uint8Array {
		const { random, terrain } = this;
		const one = random.pickOr(heard);
		if (!one) return Uint8Array.of(0, 0);
		const turn = random.next();
		if (turn < 0.3) return one;
		if (turn < 0.5) {
			const honest = forgeHonest(terrain, hand, random);
			return honest ? Y.mergeUpdates([one, encodeRaw(honest)]) : one;
		}
		if (turn < 0.6) return Y.mergeUpdates([one, random.pick(heard)]);
		const raw = decodeRaw(one);
		const groups = raw.groups.map((group) => ({
			...group,
			client: hand.client,
			clock: terrain.next(hand.client)
		}));
		return encodeRaw({ ...raw, groups });
	}

	private attack(hand: Hand, others: readonly number[]): Uint8Array {
		const { random, terrain } = this;
		const victim = random.pickOr(terrain.entries());
		const otherClient = random.pickOr(others);
		if (!victim || otherClient === undefined) return Uint8Array.of(0, 0);
		const frames = ATTACKS[random.pick(ATTACK_NAMES)]?.({ terrain, hand, victim, otherClient });
		return random.pickOr(frames ?? []) ?? Uint8Array.of(0, 0);
	}
}

export function handOf({ pseudonym, columns, all }: Person, client: number): Hand {
	return { client, pseudonym, all, columns: columns.length > 0 ? columns : ['S'] };
}

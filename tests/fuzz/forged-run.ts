import * as Y from 'yjs';
import type { Verdict } from '#lib/gate/verdict.ts';
import { forgeHonest } from './forge-honest.ts';
import { Forger, handOf } from './forger.ts';
import { encodeRaw } from './forge-update.ts';
import { Oracle } from './oracle.ts';
import { personOf, ROLES, type Person, type Role } from './people.ts';
import { Replica } from './replica.ts';
import { withSeededIds } from './seeded-ids.ts';
import { SeededRandom } from './seeded-random.ts';
import { Terrain, type DocumentKind } from './terrain.ts';
import { tightLimits, World } from './world.ts';

/** What came of a run. `refused` counts those that were asked to sync again too. */
export interface ForgedCounts {
	forged: number;
	honest: number;
	refused: number;
	accepted: number;
	nothing: number;
	/** The longest judgement, in milliseconds. */
	slowest: number;
}

/** A broken promise, with all that is needed to see it again. */
export interface Broken {
	readonly role: Role;
	/** Begins with the document in which it happened. */
	readonly seed: number;
	readonly step: number;
	readonly kind: DocumentKind;
	readonly message: string;
	readonly bytes: Uint8Array;
}

/** Forged updates in one document before the next one is laid out. */
const STEPS_IN_A_WORLD = 1500;
/** Boards are where most rights are, so they come twice as often. */
const KINDS: readonly DocumentKind[] = [
	'board',
	'board',
	'clusters',
	'board',
	'plan',
	'board',
	'stage'
];
/** What an honest change may run into, since the bounds of the fuzz are tight. */
const BOUNDS = new Set(['too_many_items', 'text_too_long', 'message_too_large', 'update_refused']);

/**
 * Sends `updates` forged ones as somebody of `role`, in documents where others write too. Stops at the
 * first violation and gives it back.
 */
export function runForged(
	role: Role,
	seed: number,
	updates: number
): { counts: ForgedCounts; broken: Broken | undefined } {
	const counts = { forged: 0, honest: 0, refused: 0, accepted: 0, nothing: 0, slowest: 0 };
	for (let world = 0; counts.forged < updates; world++) {
		const steps = Math.min(STEPS_IN_A_WORLD, updates - counts.forged);
		const kind = KINDS[(seed + world) % KINDS.length] ?? 'board';
		// Roles with the same rights still send different things.
		const random = new SeededRandom((seed + world) * ROLES.length + ROLES.indexOf(role));
		const broken = withSeededIds(random, () =>
			new ForgedWorld(role, kind, random, seed + world, counts).run(steps)
		);
		if (broken) return { counts, broken };
	}
	return { counts, broken: undefined };
}

class ForgedWorld {
	private readonly random: SeededRandom;
	private readonly world: World;
	private readonly oracle: Oracle;
	private readonly terrain: Terrain;
	private readonly attacker: Person;
	private readonly others: readonly Person[];
	private readonly heard: Uint8Array[] = [];
	private readonly clients = new Map<Person, number>();
	private bytes: Uint8Array = new Uint8Array();
	private readonly role: Role;
	private readonly kind: DocumentKind;
	private readonly seed: number;
	private readonly counts: ForgedCounts;

	constructor(
		role: Role,
		kind: DocumentKind,
		random: SeededRandom,
		seed: number,
		counts: ForgedCounts
	) {
		this.role = role;
		this.kind = kind;
		this.seed = seed;
		this.counts = counts;
		this.random = random;
		this.attacker = personOf(role, kind, 'attacker', random);
		this.others = [
			personOf('facilitator', kind, 'facilitator', random),
			personOf('participant', kind, 'participant 1', random),
			personOf('participant', kind, 'participant 2', random)
		];
		const { content, owners } = written([this.attacker, ...this.others], kind, random);
		const limits = tightLimits(content);
		this.world = new World(kind, random, limits, owners, content);
		this.oracle = new Oracle(this.world.doc, kind, limits, owners);
		this.terrain = new Terrain(this.world.doc, kind);
	}

	run(steps: number): Broken | undefined {
		const { random, counts } = this;
		const forger = new Forger(this.terrain, this.attacker, random);
		for (let step = 0; step < steps; step++) {
			try {
				if (random.chance(0.08)) this.writeHonestly(random.pick([this.attacker, ...this.others]));
				const bytes = forger.next(
					this.clientOf(this.attacker),
					this.oracle.clientsOf(this.attacker.actorId),
					this.oracle.clientsOfOthers(this.attacker.actorId),
					this.heard
				);
				counts.forged++;
				this.take(bytes, this.attacker);
				if (step % 250 === 249) this.oracle.assertSame();
			} catch (error) {
				const message = error instanceof Error ? error.message : String(error);
				return {
					role: this.role,
					seed: this.seed,
					step,
					kind: this.kind,
					message,
					bytes: this.bytes
				};
			}
		}
		counts.slowest = Math.max(counts.slowest, this.world.slowest);
		return undefined;
	}

	private take(bytes: Uint8Array, writer: Person): Verdict {
		this.bytes = bytes;
		const verdict = this.world.take(bytes, writer);
		this.counts[verdict.kind === 'again' ? 'refused' : verdict.kind]++;
		if (verdict.kind === 'accepted' || verdict.kind === 'nothing') {
			this.oracle.check(bytes, verdict, writer);
			this.world.settle(writer);
			this.oracle.checkSettled(writer);
		}
		return verdict;
	}

	/** What a well-meaning person sends: taken where they have the right, but for the tight bounds. */
	private writeHonestly(writer: Person): void {
		const raw = forgeHonest(this.terrain, handOf(writer, this.clientOf(writer)), this.random);
		if (!raw) return;
		const bytes = encodeRaw(raw);
		this.counts.honest++;
		const verdict = this.take(bytes, writer);
		if (verdict.kind === 'accepted' || verdict.kind === 'nothing') {
			if (this.heard.push(bytes) > 40) this.heard.shift();
		} else if (writer.own || writer.all) {
			const code = verdict.kind === 'refused' ? verdict.code : verdict.reason;
			if (!BOUNDS.has(code)) throw new Error(`an honest change was refused: ${code}`);
		}
	}

	/** The client id that somebody writes with now: mostly the last one, now and then a new one. */
	private clientOf(writer: Person): number {
		const own = this.oracle.clientsOf(writer.actorId);
		if (this.random.chance(0.05)) this.clients.set(writer, this.random.pickOr(own) ?? 0);
		const last = this.clients.get(writer);
		if (last !== undefined && last !== 0 && !this.random.chance(0.01)) return last;
		const fresh = this.random.clientId();
		this.clients.set(writer, fresh);
		return fresh;
	}
}

/** A document in which everybody has written a little, and which client ids are whose. */
function written(
	people: readonly Person[],
	kind: DocumentKind,
	random: SeededRandom
): { content: Uint8Array; owners: Map<number, string> } {
	const owners = new Map<number, string>();
	let content = Y.encodeStateAsUpdate(new Y.Doc());
	for (const person of people) {
		if (!person.all && kind !== 'board') continue;
		// Those who may not write now have notes from before.
		const replica = new Replica(kind, person, random, content);
		for (let act = 0; act < 12; act++) replica.act();
		if (replica.unsent.length > 0) owners.set(replica.doc.clientID, person.actorId);
		content = Y.encodeStateAsUpdate(replica.doc);
		replica.destroy();
	}
	return { content, owners };
}

import * as Y from 'yjs';
import { GATE_LIMITS } from '#lib/gate/gate-limits.ts';
import { readCells } from './document-cells.ts';
import { Mirror } from './mirror.ts';
import { personOf, type Person } from './people.ts';
import { Replica } from './replica.ts';
import { withSeededIds } from './seeded-ids.ts';
import { SeededRandom } from './seeded-random.ts';
import type { DocumentKind } from './terrain.ts';
import { World } from './world.ts';
import { Violation } from './violation.ts';
import { WordsLaw } from './words-law.ts';

export interface HonestCounts {
	batches: number;
	accepted: number;
	nothing: number;
	/** Changes that were undone or done again among them. */
	undone: number;
	slowest: number;
}

export interface BrokenHonest {
	readonly seed: number;
	readonly batch: number;
	readonly message: string;
	readonly bytes: Uint8Array;
}

const BATCHES_IN_A_HALL = 120;
const KINDS: readonly DocumentKind[] = ['board', 'board', 'clusters', 'board', 'plan'];

/**
 * Hands in `batches` of what well-meaning people did offline, undo and redo included, and stops at the
 * first that the gate does not take. In the end of each document all devices have to hold the same.
 */
export function runHonest(
	seed: number,
	batches: number
): { counts: HonestCounts; broken: BrokenHonest | undefined } {
	const counts = { batches: 0, accepted: 0, nothing: 0, undone: 0, slowest: 0 };
	for (let hall = 0; counts.batches < batches; hall++) {
		const random = new SeededRandom(seed + hall);
		const some = Math.min(BATCHES_IN_A_HALL, batches - counts.batches);
		const kind = KINDS[(seed + hall) % KINDS.length] ?? 'board';
		const broken = withSeededIds(random, () =>
			new HonestHall(kind, random, seed + hall, counts).run(some)
		);
		if (broken) return { counts, broken };
	}
	return { counts, broken: undefined };
}

class HonestHall {
	private readonly world: World;
	private readonly mirror: Mirror;
	private readonly words: WordsLaw | undefined;
	private emitted: Uint8Array[] = [];
	private readonly devices: Replica[];
	private readonly kind: DocumentKind;
	private readonly random: SeededRandom;
	private readonly seed: number;
	private readonly counts: HonestCounts;
	/** What each device sent before, to be sent once more. */
	private readonly sent = new Map<Person, Uint8Array>();
	private bytes: Uint8Array = new Uint8Array();

	constructor(kind: DocumentKind, random: SeededRandom, seed: number, counts: HonestCounts) {
		this.kind = kind;
		this.random = random;
		this.seed = seed;
		this.counts = counts;
		const empty = Y.encodeStateAsUpdate(new Y.Doc());
		this.world = new World(kind, random, GATE_LIMITS, new Map(), empty);
		this.mirror = new Mirror(this.world.doc, kind);
		this.words = kind === 'board' ? new WordsLaw(this.world.doc) : undefined;
		this.world.doc.on('update', (update: Uint8Array) => void this.emitted.push(update));
		this.devices = peopleOf(kind, random).flatMap((person) =>
			// Whoever has two devices writes with both at once.
			Array.from({ length: random.chance(0.3) ? 2 : 1 }, () => new Replica(kind, person, random))
		);
	}

	run(batches: number): BrokenHonest | undefined {
		let batch = 0;
		try {
			for (; batch < batches; batch++) this.handIn(this.random.below(this.devices.length));
			for (const device of this.devices) this.sync(device);
			for (const device of this.devices) this.pull(device);
			this.assertAllSame();
		} catch (error) {
			const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
			return { seed: this.seed, batch, message, bytes: this.bytes };
		} finally {
			for (const device of this.devices) device.destroy();
		}
		this.counts.slowest = Math.max(this.counts.slowest, this.world.slowest);
		return undefined;
	}

	/** Somebody does a few things offline and comes back in one of the ways in which phones come back. */
	private handIn(at: number): void {
		const { random } = this;
		let device = this.devices[at];
		if (!device) return;
		if (random.chance(0.3)) this.pull(device);
		for (let acts = random.between(1, 10); acts > 0; acts--) {
			if (device.act() === 'undone') this.counts.undone++;
			if (random.chance(0.05)) this.pull(device);
		}
		if (random.chance(0.1)) {
			device = device.reloaded();
			this.devices[at] = device;
		}
		if (random.chance(0.4)) this.pull(device);
		const turn = random.next();
		if (turn < 0.3) this.sendOneByOne(device, device.unsent.length);
		else {
			// The network went in the middle: some of it arrived, and comes again with the rest.
			if (turn < 0.5) this.sendOneByOne(device, random.below(device.unsent.length + 1));
			this.sync(device, turn > 0.8);
		}
		const before = this.sent.get(device.person);
		if (before && random.chance(0.1)) this.take(device, before);
		this.sent.set(device.person, this.bytes);
		this.counts.batches++;
	}

	private sendOneByOne(device: Replica, count: number): void {
		for (const update of device.unsent.splice(0, count)) this.take(device, update);
	}

	/** Step 2 of the protocol: what the server lacks, with all deletions; or everything there is. */
	private sync(device: Replica, whole = false): void {
		const lacking = whole ? undefined : Y.encodeStateVector(this.world.doc);
		this.take(device, Y.encodeStateAsUpdate(device.doc, lacking));
		device.unsent = [];
	}

	private pull(device: Replica): void {
		device.receive(Y.encodeStateAsUpdate(this.world.doc, Y.encodeStateVector(device.doc)));
	}

	private take(device: Replica, bytes: Uint8Array): void {
		this.bytes = bytes;
		this.emitted = [];
		const verdict = this.world.take(bytes, device.person);
		if (verdict.kind !== 'accepted' && verdict.kind !== 'nothing')
			throw new Violation(`an honest batch of a ${device.person.role}: ${verdict.reason}`);
		this.counts[verdict.kind]++;
		this.mirror.take(bytes, this.emitted);
		this.emitted = [];
		this.world.settle(device.person);
		this.mirror.follow(this.emitted);
		this.words?.check(device.person);
	}

	private assertAllSame(): void {
		this.mirror.assertSame();
		const cells = readCells(this.world.doc, this.kind);
		for (const { doc, person } of this.devices) {
			const own = readCells(doc, this.kind);
			for (const cell of new Set([...cells.keys(), ...own.keys()]))
				if (cells.get(cell) !== own.get(cell))
					throw new Violation(
						`a ${person.role}’s device ends with ${own.get(cell) ?? 'nothing'} at ` +
							`${JSON.stringify(cell)}, the server with ${cells.get(cell) ?? 'nothing'}`
					);
		}
	}
}

function peopleOf(kind: DocumentKind, random: SeededRandom): Person[] {
	const facilitators = ['facilitator 1', 'facilitator 2'].map((id) =>
		personOf('facilitator', kind, id, random)
	);
	if (kind !== 'board') return facilitators;
	return [
		...facilitators,
		personOf('table facilitator', kind, 'table facilitator', random),
		personOf('rapporteur', kind, 'rapporteur', random),
		...['1', '2', '3'].map((id) => personOf('participant', kind, `participant ${id}`, random))
	];
}

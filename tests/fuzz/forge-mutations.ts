import {
	anyClient,
	anyContent,
	anyId,
	anyParent,
	anyStruct,
	anySub,
	type Forge
} from './forge-anything.ts';
import {
	lengthOf,
	type RawDeletes,
	type RawGroup,
	type RawItem,
	type RawStruct,
	type RawUpdate
} from './forge-update.ts';
import type { SeededRandom } from './seeded-random.ts';

/** Changes some bytes: flips, leaves out, doubles, cuts off, appends. */
export function mutateBytes(bytes: Uint8Array, random: SeededRandom): Uint8Array {
	const mutated = [...bytes];
	for (let times = random.between(1, 3); times > 0; times--) {
		const at = random.below(mutated.length + 1);
		const turn = random.below(6);
		if (turn === 0) mutated.splice(at, random.between(1, 4));
		else if (turn === 1) mutated.splice(at, 0, random.below(256));
		else if (turn === 2) mutated.splice(at, 0, ...mutated.slice(at, at + random.between(1, 12)));
		else if (turn === 3) mutated.length = at;
		else if (turn === 4 && at < mutated.length) mutated[at] = random.below(256);
		else if (at < mutated.length) mutated[at] = (mutated[at] ?? 0) ^ (1 << random.below(8));
	}
	return Uint8Array.from(mutated);
}

/** Changes one to three things in the structure of an update. */
export function mutateRaw(update: RawUpdate, forge: Forge): RawUpdate {
	let mutated = update;
	for (let times = forge.random.between(1, 3); times > 0; times--)
		mutated = mutateOnce(mutated, forge);
	return mutated;
}

function mutateOnce(update: RawUpdate, forge: Forge): RawUpdate {
	const { random } = forge;
	const turn = random.next();
	if (turn < 0.2 || update.groups.length === 0)
		return { ...update, deletes: mutateDeletes(update.deletes, forge) };
	const at = random.below(update.groups.length);
	const group = update.groups[at];
	if (!group) return update;
	const swap = (...groups: RawGroup[]): RawUpdate => ({
		...update,
		groups: update.groups.toSpliced(at, 1, ...groups)
	});
	if (turn < 0.3) return swap({ ...group, client: anyClient(forge) });
	if (turn < 0.36)
		return swap({ ...group, clock: Math.max(0, group.clock + random.between(-3, 3)) });
	if (turn < 0.39) return swap({ ...group, declared: random.pick([0, 1, 2, 30_000_000, 2 ** 40]) });
	if (turn < 0.42) return swap(group, group);
	if (turn < 0.46) return swap(...split(group, random));
	if (turn < 0.48) return { ...update, trailing: Uint8Array.of(random.below(256)) };
	return swap({ ...group, structs: mutateStructs(group.structs, forge) });
}

function mutateStructs(structs: readonly RawStruct[], forge: Forge): RawStruct[] {
	const { random } = forge;
	const at = random.below(structs.length);
	const struct = structs[at];
	const turn = random.next();
	if (!struct || turn < 0.1) return structs.toSpliced(at, 0, anyStruct(forge));
	if (turn < 0.18) return structs.toSpliced(at, 1);
	if (turn < 0.24) return structs.toSpliced(at, 0, struct);
	if (turn < 0.3) return structs.toReversed();
	if (struct.kind !== 'item') return structs.toSpliced(at, 1, anyStruct(forge));
	return structs.toSpliced(at, 1, mutateItem(struct, forge));
}

function mutateItem(item: RawItem, forge: Forge): RawStruct {
	const { random } = forge;
	const turn = random.next();
	if (turn < 0.15) return { ...item, origin: anyId(forge) };
	if (turn < 0.3) return { ...item, rightOrigin: anyId(forge) };
	if (turn < 0.4)
		return { ...item, origin: undefined, rightOrigin: undefined, parent: anyParent(forge) };
	if (turn < 0.5) return { ...item, origin: undefined };
	if (turn < 0.65) return { ...item, sub: anySub(forge) };
	return { ...item, content: anyContent(forge) };
}

function mutateDeletes(deletes: readonly RawDeletes[], forge: Forge): RawDeletes[] {
	const { random, terrain } = forge;
	const turn = random.next();
	if (turn < 0.2 && deletes.length > 0) return deletes.slice(1);
	if (turn < 0.3 && deletes.length > 0) return [...deletes, ...deletes];
	const client = anyClient(forge);
	const clock = random.chance(0.8) ? random.below(terrain.next(client) + 2) : random.below(2 ** 31);
	const length = random.pick([0, 1, 2, 7, terrain.next(client), 2 ** 31, 2 ** 52]);
	const range = { client, ranges: [{ clock, length }] };
	return [...deletes, random.chance(0.05) ? { ...range, declared: 30_000_000 } : range];
}

/** An update out of nothing but ids that exist, or nearly do. */
export function forgeRandom(forge: Forge): RawUpdate {
	const { random, terrain, hand } = forge;
	const groups: RawGroup[] = [];
	for (let count = random.between(0, 2); count > 0; count--) {
		const client = random.chance(0.6) ? hand.client : anyClient(forge);
		const near = terrain.next(client) + (random.chance(0.85) ? 0 : random.between(-2, 4));
		const structs = Array.from({ length: random.between(1, 4) }, () => anyStruct(forge));
		groups.push({ client, clock: Math.max(0, near), structs });
	}
	const deletes = random.chance(groups.length > 0 ? 0.3 : 1) ? mutateDeletes([], forge) : [];
	return { groups, deletes };
}

/** Cuts a group in two, the second of which stands where it belongs or nearly so. */
function split(group: RawGroup, random: SeededRandom): RawGroup[] {
	const at = random.below(group.structs.length + 1);
	const before = group.structs.slice(0, at);
	const taken = before.reduce((sum, struct) => sum + lengthOf(struct), 0);
	const clock = group.clock + taken + (random.chance(0.3) ? 1 : 0);
	return [
		{ ...group, structs: before },
		{ ...group, clock, structs: group.structs.slice(at) }
	];
}

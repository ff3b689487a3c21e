import { anyContent, type Forge } from './forge-anything.ts';
import { any, string, type, TYPE_REF } from './forge-contents.ts';
import { valueFor, WORDS } from './forge-honest.ts';
import type { RawId, RawStruct, RawUpdate } from './forge-update.ts';
import { firstFieldsOf, textsOf } from './plan-shape.ts';
import { ROOTS } from './terrain.ts';

/**
 * A new entry in which everything fits together but for one or two things: a field that lacks, comes
 * twice, is none or holds what it may not, a key that is another's, taken or none, a type that is no map.
 */
export function forgeEntry(forge: Forge): RawUpdate | undefined {
	const { random, terrain, hand } = forge;
	const root = random.pickOr(ROOTS[terrain.kind].entries);
	if (root === undefined) return undefined;
	const { client } = hand;
	const clock = terrain.next(client);
	const parent: RawId = { client, clock };
	const made = random.chance(0.9) ? TYPE_REF.map : random.below(7);
	const structs: RawStruct[] = [
		{ kind: 'item', parent: root, sub: keyIn(forge), content: type(made) }
	];
	const names = firstFieldsOf(root);
	const texts = textsOf(root);
	if (random.chance(0.3)) names.splice(random.below(names.length), 1);
	if (random.chance(0.2))
		names.push(random.pick([...names, 'edited', 'deleted', 'x', '__proto__']));
	let next = clock + 1;
	for (const sub of names) {
		if (texts.includes(sub)) {
			const text: RawId = { client, clock: next };
			const kind = random.chance(0.95) ? TYPE_REF.text : random.below(7);
			structs.push({ kind: 'item', parent, sub, content: type(kind) });
			const words = string(random.chance(0.9) ? random.pick(WORDS) : 'x'.repeat(400));
			structs.push({ kind: 'item', parent: text, content: words });
			next += 1 + words.length;
			continue;
		}
		const right = any([random.chance(0.1) ? 'X' : valueFor(sub, hand, random)]);
		const content = random.chance(0.95) ? right : anyContent(forge);
		structs.push({ kind: 'item', parent, sub, content });
		next += content.length;
	}
	return { groups: [{ client, clock, structs }], deletes: [] };
}

function keyIn({ random, terrain, hand }: Forge): string {
	const own = terrain.kind === 'board' ? `${hand.pseudonym}:${random.id(12)}` : random.id(12);
	const turn = random.next();
	if (turn < 0.75) return own;
	if (turn < 0.82) return `${random.id(16)}:${random.id(12)}`;
	if (turn < 0.92) return random.pickOr(terrain.entries())?.key ?? own;
	return random.pick(['', 'x', '__proto__', `${hand.pseudonym}:`, own.toUpperCase()]);
}

import type { AnyEncodable } from 'lib0/encoding';
import type * as Y from 'yjs';
import { any, string, type, TYPE_REF } from './forge-contents.ts';
import type { RawDeletes, RawId, RawStruct, RawUpdate } from './forge-update.ts';
import { firstFieldsOf, textsOf } from './plan-shape.ts';
import type { SeededRandom } from './seeded-random.ts';
import type { Terrain } from './terrain.ts';
import { lastIdOf, ROOTS, type Entry } from './terrain.ts';

/** Who writes: which client id, which keys are theirs, and what they may touch. */
export interface Hand {
	readonly client: number;
	readonly pseudonym: string;
	readonly columns: readonly string[];
	/** True for those who change what others wrote. */
	readonly all: boolean;
}

const FIELDS: Record<string, readonly string[]> = {
	notes: ['column', 'deleted'],
	clusters: ['title.ar', 'title.fr', 'position', 'deleted'],
	axes: ['title.ar', 'title.fr', 'position', 'deleted'],
	objectives: ['title.ar', 'axisId', 'position', 'deleted'],
	actions: ['title.ar', 'code', 'objectiveId', 'cost', 'quickWin', 'crossCutting.youth', 'deleted'],
	responsible: ['name', 'position', 'deleted'],
	partners: ['name', 'deleted'],
	financing: ['source', 'amount', 'deleted'],
	risks: ['label', 'position'],
	plan: ['title.ar', 'title.fr'],
	stage: ['state']
};

/** The words of the notes: Arabic, French, a pair of surrogates, marks. */
export const WORDS = ['ضعف التسويق', 'manque d’eau', 'تعاونية', 'é', '🌾🌾', 'a', 'نَعَمْ', ' '];

/**
 * What a well-meaning client would send now, written as structs without a replica of its own: adds an
 * entry, edits a text, sets a field or takes a value out. Undefined where there is nothing to change.
 */
export function forgeHonest(
	terrain: Terrain,
	hand: Hand,
	random: SeededRandom
): RawUpdate | undefined {
	const roots = ROOTS[terrain.kind];
	const entries = terrain
		.entries()
		.filter(({ key }) => terrain.kind !== 'board' || hand.all || key.startsWith(hand.pseudonym));
	const root = random.pickOr(roots.values);
	const entry = random.pickOr(entries);
	const turn = random.next();
	if (turn < 0.25 && roots.entries.length > 0) return addEntry(terrain, hand, random);
	if (turn < 0.45 && root !== undefined) return setValue(terrain, hand, random, root);
	if (!entry) return roots.entries.length > 0 ? addEntry(terrain, hand, random) : undefined;
	if (terrain.kind === 'board' && turn < 0.65)
		return marked(terrain, hand, entry, insertText(terrain, hand, random, entry));
	if (terrain.kind === 'board' && turn < 0.8)
		return marked(terrain, hand, entry, deleteText(terrain, random, entry));
	if (terrain.kind === 'plan' && turn < 0.75 && terrain.textOf(entry))
		return turn < 0.65
			? insertText(terrain, hand, random, entry)
			: deleteText(terrain, random, entry);
	return setField(terrain, hand, random, entry);
}

/** Adds a note, cluster, axis … with its first fields, in the order in which Yjs writes them. */
export function addEntry(
	terrain: Terrain,
	hand: Hand,
	random: SeededRandom,
	key = terrain.kind === 'board' ? `${hand.pseudonym}:${random.id(12)}` : random.id(12)
): RawUpdate {
	const clock = terrain.next(hand.client);
	const root = random.pick(ROOTS[terrain.kind].entries);
	const parent = { client: hand.client, clock };
	const structs: RawStruct[] = [
		{ kind: 'item', parent: root, sub: key, content: type(TYPE_REF.map) }
	];
	const texts = textsOf(root);
	let next = clock + 1;
	for (const sub of firstFieldsOf(root)) {
		if (!texts.includes(sub)) {
			structs.push(field(parent, sub, valueFor(sub, hand, random)));
			next++;
			continue;
		}
		const words = string(random.pick(WORDS));
		structs.push({ kind: 'item', parent, sub, content: type(TYPE_REF.text) });
		const text: RawId = { client: hand.client, clock: next };
		structs.push({ kind: 'item', parent: text, content: words });
		next += 1 + words.length;
	}
	return { groups: [{ client: hand.client, clock, structs }], deletes: [] };
}

/** Puts words somewhere into a note's text. */
export function insertText(
	terrain: Terrain,
	hand: Hand,
	random: SeededRandom,
	entry: Entry
): RawUpdate | undefined {
	const text = terrain.textOf(entry);
	if (!text) return undefined;
	const at = random.pickOr(text.items);
	const clock = terrain.next(hand.client);
	const content = string(random.pick(WORDS));
	let struct: RawStruct = { kind: 'item', parent: text.id, content };
	if (at) {
		const { client } = at.id;
		const place = random.below(at.length);
		const origin = { client, clock: at.id.clock + place };
		const within = place + 1 < at.length;
		const rightOrigin = within ? { client, clock: origin.clock + 1 } : at.right?.id;
		struct = { kind: 'item', origin, rightOrigin, content };
	}
	return { groups: [{ client: hand.client, clock, structs: [struct] }], deletes: [] };
}

/** Takes a few characters out of a note's text. */
export function deleteText(
	terrain: Terrain,
	random: SeededRandom,
	entry: Entry
): RawUpdate | undefined {
	const item = random.pickOr(terrain.textOf(entry)?.items ?? []);
	if (!item) return undefined;
	const start = random.below(item.length);
	const length = random.between(1, item.length - start);
	return {
		groups: [],
		deletes: [{ client: item.id.client, ranges: [{ clock: item.id.clock + start, length }] }]
	};
}

/** The same with the mark that a note gets when somebody else changes its wording. */
function marked(
	terrain: Terrain,
	hand: Hand,
	entry: Entry,
	edit: RawUpdate | undefined
): RawUpdate | undefined {
	if (!edit || entry.key.startsWith(hand.pseudonym) || entry.map.get('edited') === true)
		return edit;
	const mark = set(terrain, hand, entry.map, entry.item.id, 'edited', true);
	const [group, marking] = [edit.groups[0], mark.groups[0]];
	if (!marking) return edit;
	const groups = [group ? { ...group, structs: [...group.structs, ...marking.structs] } : marking];
	return { groups, deletes: [...edit.deletes, ...mark.deletes] };
}

/** Sets one field of an entry to a value that such a field takes. */
export function setField(
	terrain: Terrain,
	hand: Hand,
	random: SeededRandom,
	entry: Entry
): RawUpdate {
	const name = random.pick(FIELDS[entry.root] ?? ['deleted']);
	return set(terrain, hand, entry.map, entry.item.id, name, valueFor(name, hand, random));
}

function setValue(
	terrain: Terrain,
	hand: Hand,
	random: SeededRandom,
	root: string
): RawUpdate | undefined {
	const map = terrain.doc.getMap(root);
	if (root !== 'members') {
		const name = random.pick(FIELDS[root] ?? ['state']);
		return set(terrain, hand, map, root, name, valueFor(name, hand, random));
	}
	const held = random.pickOr([...map._map]);
	if (held && random.chance(0.3))
		return { groups: [], deletes: held[1].deleted ? [] : deletesOf(held[1]) };
	const key = held && random.chance(0.6) ? held[0] : `a03/${hand.pseudonym}:${random.id(12)}`;
	return set(terrain, hand, map, root, key, random.pickOr(terrain.entries())?.key ?? random.id(12));
}

/** Sets a key as Yjs does: after the value that stands there, which is deleted. */
export function set(
	terrain: Terrain,
	hand: Hand,
	map: Y.Map<unknown>,
	parent: string | RawId,
	sub: string,
	value: AnyEncodable
): RawUpdate {
	const held = terrain.valueItem(map, sub);
	const content = any([value]);
	const struct: RawStruct = held
		? { kind: 'item', origin: lastIdOf(held), sub, content }
		: { kind: 'item', parent, sub, content };
	return {
		groups: [{ client: hand.client, clock: terrain.next(hand.client), structs: [struct] }],
		deletes: held && !held.deleted ? deletesOf(held) : []
	};
}

function deletesOf(item: Y.Item): RawDeletes[] {
	return [{ client: item.id.client, ranges: [{ clock: item.id.clock, length: item.length }] }];
}

function field(parent: RawId, sub: string, value: AnyEncodable): RawStruct {
	return { kind: 'item', parent, sub, content: any([value]) };
}

/** A value that a field of that name takes. */
export function valueFor(name: string, hand: Hand, random: SeededRandom): AnyEncodable {
	if (name === 'column') return random.pick(hand.columns);
	if (['deleted', 'edited', 'quickWin', 'crossCutting.youth'].includes(name))
		return random.chance(0.7);
	if (name === 'at') return 1_760_000_000_000;
	if (['position', 'cost', 'amount'].includes(name)) return random.below(1000);
	if (['axisId', 'objectiveId', 'action'].includes(name)) return random.id(12);
	return random.pick(WORDS);
}

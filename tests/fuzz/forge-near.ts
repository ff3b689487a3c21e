import type * as Y from 'yjs';
import { anyContent, type Forge } from './forge-anything.ts';
import { any, deleted, string, type, TYPE_REF } from './forge-contents.ts';
import { valueFor, WORDS } from './forge-honest.ts';
import type { RawContent, RawId, RawItem, RawUpdate } from './forge-update.ts';
import { lastIdOf, type Entry } from './terrain.ts';

const FIELDS = [
	...['column', 'text', 'at', 'deleted', 'edited', 'title.ar', 'position', 'axisId'],
	...['action', 'name', 'amount', 'description', 'commitment']
];
const TEXTS = ['text', 'description', 'commitment'];

/**
 * What is wrong in one thing alone: an item of an entry deleted, or written at a place that Yjs knows,
 * mostly with a content that such a place takes, beside nothing else that would give it away.
 */
export function forgeNear(forge: Forge): RawUpdate | undefined {
	const { random, terrain, hand } = forge;
	const entries = terrain.entries();
	const own = entries.filter(({ key }) => key.startsWith(hand.pseudonym));
	const entry = random.pickOr(own.length > 0 && random.chance(0.7) ? own : entries);
	if (!entry) return undefined;
	const clock = terrain.next(hand.client);
	const deletes = random.chance(0.4) ? [deletionIn(entry, forge)] : [];
	if (deletes.length > 0 && random.chance(0.7)) return { groups: [], deletes };
	const structs = Array.from({ length: random.pick([1, 1, 2, 6]) }, () =>
		random.chance(0.7) ? fieldItem(entry, forge) : textItem(entry, forge)
	);
	return { groups: [{ client: hand.client, clock, structs }], deletes };
}

function deletionIn(entry: Entry, { random, terrain }: Forge): RawUpdate['deletes'][number] {
	const values = [...entry.map._map.values()];
	const texts = terrain.textOf(entry)?.items ?? [];
	const item = random.chance(0.1)
		? entry.item
		: (random.pickOr(random.chance(0.5) ? values : texts) ?? entry.item);
	const length = random.between(1, item.length);
	return { client: item.id.client, ranges: [{ clock: item.id.clock, length }] };
}

/** A value of a field: after the one that stands, after an older one, before it, or beside all of them. */
function fieldItem(entry: Entry, forge: Forge): RawItem {
	const { random, hand } = forge;
	const sub = random.pick(FIELDS);
	const standing = entry.map._map.get(sub);
	const fitting = TEXTS.includes(sub)
		? type(TYPE_REF.text)
		: any([random.chance(0.1) ? 'X' : valueFor(sub, hand, random)]);
	const content: RawContent = random.chance(0.7)
		? fitting
		: random.chance(0.3)
			? deleted(1)
			: anyContent(forge);
	const turn = random.next();
	if (!standing || turn < 0.25) return { kind: 'item', parent: entry.item.id, sub, content };
	if (turn < 0.35) return { kind: 'item', rightOrigin: standing.id, sub, content };
	const after = turn < 0.6 ? firstOf(standing) : standing;
	return { kind: 'item', origin: lastIdOf(after), sub, content };
}

/** Something in a note's text. */
function textItem(entry: Entry, forge: Forge): RawItem {
	const { random, terrain } = forge;
	const text = terrain.textOf(entry);
	const parent: RawId = text?.id ?? entry.item.id;
	const content = random.chance(0.6) ? string(random.pick(WORDS)) : anyContent(forge);
	const beside = random.pickOr(text?.items ?? []);
	if (!beside) return { kind: 'item', parent, content };
	return { kind: 'item', origin: lastIdOf(beside), rightOrigin: beside.right?.id, content };
}

function firstOf(item: Y.Item): Y.Item {
	let first = item;
	while (first.left) first = first.left;
	return first;
}

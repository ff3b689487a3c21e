import * as Y from 'yjs';
import { askAgain } from '../refusal.ts';
import type { NewStructs, Section } from './client-update.ts';
import { Incoming, type IncomingContent } from './incoming.ts';

/** What is new in the sections: structs that the store has are resends and fall away, also in part. */
export function cutKnown(store: Y.Doc['store'], sections: readonly Section[]): NewStructs {
	const news = new Map<number, readonly Incoming[]>();
	for (const section of sections) {
		const known = Y.getState(store, section.client);
		const [first] = section.structs;
		if (first !== undefined && first.clock > known) askAgain('gap');
		const structs = first?.clock === known ? section.structs : structsFrom(section, known);
		if (structs.length > 0) news.set(section.client, structs);
	}
	return news;
}

function structsFrom(section: Section, known: number): Incoming[] {
	return section.structs
		.filter((struct) => struct.end > known)
		.map((struct) => (struct.clock < known ? rest(struct, known - struct.clock) : struct));
}

/** What follows the first `offset` clocks of a struct, as Yjs cuts it: it stands right of them. */
function rest(struct: Incoming, offset: number): Incoming {
	const { client, rightOrigin } = struct;
	const clock = struct.clock + offset;
	const content = restOf(struct.content, offset);
	const where = { origin: { client, clock: clock - 1 }, rightOrigin };
	return new Incoming({ client, clock }, struct.length - offset, content, where);
}

function restOf(content: IncomingContent, offset: number): IncomingContent {
	switch (content.kind) {
		case 'characters':
			return { kind: 'characters', text: content.text.slice(offset) };
		case 'values':
			return { kind: 'values', values: content.values.slice(offset) };
		default:
			return content;
	}
}

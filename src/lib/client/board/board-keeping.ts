import type { Draft } from './draft.ts';
import { KeptItems } from '../kept/kept-items.ts';
import { KeptList } from '../kept/kept-list.ts';

/** Everybody's board of an activity, or one's own notes in it before the facilitator reveals them. */
export type BoardKind = 'board' | 'private';

/** The newest words of one's own note that are not known to be saved, beside the replica that holds them. */
export interface KeptWord {
	readonly key: string;
	readonly columnId: string;
	/** Empty for a note that was deleted. */
	readonly text: string;
	readonly at: number;
	/** A replica that knows this client up to this clock holds the change. */
	readonly client: number;
	readonly clock: number;
}

/**
 * What a device keeps of one board for one person, beside the replica. It carries the person's id in its
 * names, so the next guest on a shared phone inherits nothing.
 */
export class BoardKeeping {
	readonly words: KeptItems<KeptWord>;
	readonly drafts: KeptItems<Draft>;
	private readonly name: string;
	private readonly pseudonyms: KeptList<string>;

	constructor(boardId: string, owner: string, kind: BoardKind) {
		this.name = nameOnDevice(boardId, owner, kind);
		this.words = new KeptItems(`${this.name}.word`);
		this.drafts = new KeptItems(`${this.name}.draft`);
		this.pseudonyms = new KeptList(`${this.name}.pseudonym`);
	}

	/** True while the device keeps words that are not known to be on disk. */
	static holdsWords(boardId: string, owner: string, kind: BoardKind): boolean {
		const name = nameOnDevice(boardId, owner, kind);
		return KeptItems.any(`${name}.word`) || KeptItems.any(`${name}.draft`);
	}

	/** Those words, as they were written. */
	static textsOf(boardId: string, owner: string, kind: BoardKind): string[] {
		const { words, drafts } = new BoardKeeping(boardId, owner, kind);
		const texts = [...words.all, ...drafts.all].map(({ text }) => text);
		return [...new Set(texts)].filter((text) => text !== '');
	}

	/** The name of the replica in use; a replica that was given up leaves its name behind. */
	get replica(): string {
		return `${this.name}.${this.generation().all[0] ?? 0}`;
	}

	/** Gives the name in use up; not twice where another tab did so already. */
	giveUp(replica: string): void {
		const kept = this.generation();
		if (replica === this.replica) kept.replace([(kept.all[0] ?? 0) + 1]);
	}

	/** Read each time, since other tabs change it. */
	private generation(): KeptList<number> {
		return new KeptList(`${this.name}.generation`);
	}

	/** One's own pseudonym on the board; known after the first connection ever made from this device. */
	get pseudonym(): string | undefined {
		return this.pseudonyms.all[0];
	}

	keepPseudonym(pseudonym: string): void {
		if (this.pseudonym !== pseudonym) this.pseudonyms.replace([pseudonym]);
	}

	/** The device has no room left for what is written. */
	get full(): boolean {
		return this.words.full || this.drafts.full;
	}
}

function nameOnDevice(boardId: string, owner: string, kind: BoardKind): string {
	return kind === 'board' ? `tachawor.${boardId}.${owner}` : `tachawor.${kind}.${boardId}.${owner}`;
}

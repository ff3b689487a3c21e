import type { LiveClientEvents } from '../support/sockets/live-client.ts';

/** A value that was acknowledged and is not there, nor anything written after it. */
export interface Loss {
	readonly fact: string;
	readonly acknowledged: string;
	readonly found: string | undefined;
}

/** Gives the value that a store holds for a fact, or undefined when it holds none. */
export type Found = (fact: string) => string | undefined;

/** The place in its history of each fact's last acknowledged value, at some moment. */
export type Promised = ReadonlyMap<string, number>;

interface Written {
	readonly value: string;
	/** The frame that carries it on the present connection; null while it is on the device only. */
	frame: number | null;
	saved: boolean;
}

/**
 * What one replica wrote and what it was told of it. A fact is one thing with one writer, such as the text
 * of a note; it keeps every value it had, in order. The rules of "saved" are those of the product's page:
 * a value is carried by the frame that left with it or by the next sync step 2, acknowledgements are
 * cumulative, and numbers end with the connection.
 */
export class FactLedger implements LiveClientEvents {
	private readonly history = new Map<string, Written[]>();
	private readonly unsaved = new Set<Written>();
	private saves = 0;
	private leaving: number | null = null;

	/** Makes a change, one transaction of the document, which tells the facts that it wrote. */
	write(change: () => Readonly<Record<string, string>>): void {
		this.leaving = null;
		for (const [fact, value] of Object.entries(change())) {
			const written: Written = { value, frame: this.leaving, saved: false };
			const values = this.history.get(fact);
			if (values) values.push(written);
			else this.history.set(fact, [written]);
			this.unsaved.add(written);
		}
	}

	readonly sent: LiveClientEvents['sent'] = ({ number, whole }) => {
		this.leaving = number;
		if (whole) for (const written of this.unsaved) written.frame = number;
	};

	saved(count: number): void {
		for (const written of this.unsaved)
			if (written.frame !== null && written.frame <= count) {
				written.saved = true;
				this.saves++;
				this.unsaved.delete(written);
			}
	}

	disconnected(): void {
		for (const written of this.unsaved) written.frame = null;
	}

	/** Values that no acknowledgement has come for yet. */
	get waiting(): number {
		return this.unsaved.size;
	}

	/** Values that were acknowledged. */
	get acknowledged(): number {
		return this.saves;
	}

	/** True when this replica wrote the fact at all. */
	wrote(fact: string): boolean {
		return this.history.has(fact);
	}

	/** What was promised up to now: the place of the last acknowledged value of each fact. */
	promised(): Promised {
		const promised = new Map<string, number>();
		for (const [fact, values] of this.history) {
			const last = values.findLastIndex(({ saved }) => saved);
			if (last >= 0) promised.set(fact, last);
		}
		return promised;
	}

	/**
	 * Every fact that was promised and is not there, nor a later value of it. Give an earlier `promised` to
	 * ask about a store that was read while people went on writing.
	 */
	lost(found: Found, promised = this.promised()): Loss[] {
		const losses: Loss[] = [];
		for (const [fact, last] of promised) {
			const values = this.history.get(fact) ?? [];
			const value = found(fact);
			if (!values.slice(last).some((written) => written.value === value))
				losses.push({ fact, acknowledged: values[last]?.value ?? '', found: value });
		}
		return losses;
	}
}

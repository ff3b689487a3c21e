import type { LiveClientEvents } from '../support/live-client.ts';

/** A value that was acknowledged and is not there, nor anything written after it. */
export interface Loss {
	readonly fact: string;
	readonly acknowledged: string;
	readonly found: string | undefined;
}

/** Gives the value that a store holds for a fact, or undefined when it holds none. */
export type Found = (fact: string) => string | undefined;

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

	/** Every fact whose last acknowledged value is neither there nor followed by a later one. */
	lost(found: Found): Loss[] {
		const losses: Loss[] = [];
		for (const [fact, values] of this.history) {
			const last = values.findLastIndex(({ saved }) => saved);
			const acknowledged = values[last]?.value;
			if (acknowledged === undefined) continue;
			const value = found(fact);
			if (!values.slice(last).some((written) => written.value === value))
				losses.push({ fact, acknowledged, found: value });
		}
		return losses;
	}
}

import { findStorage, type ItemStorage } from './item-storage.ts';
import { KeptItems } from './kept-items.ts';
import { KeptValue } from './kept-value.ts';
import { hasLeft, tabName } from './tab-name.ts';

/** What another tab of this device keeps, or kept. */
export interface KeptElsewhere<T> {
	readonly tab: string;
	readonly value: T;
}

/**
 * One small thing that each tab of a device keeps for itself, in localStorage, so that none writes over another's.
 * A tab that starts with nothing of its own goes on with what a tab that is gone left; the rest is told by `others`.
 */
export class KeptByTab<T> {
	private readonly name: string;
	private readonly tab: string;
	private readonly storage: ItemStorage | undefined;
	private readonly own: KeptValue<T>;

	constructor(name: string, tab = tabName(), storage: ItemStorage | undefined = findStorage()) {
		this.name = name;
		this.tab = tab;
		this.storage = storage;
		this.own = new KeptValue(this.keyOf(tab), storage);
		if (this.own.current === undefined) this.goOn();
	}

	/** All that the device keeps under `name`, of whichever tab. */
	static all<T>(name: string, storage: ItemStorage | undefined = findStorage()): readonly T[] {
		const earlier = new KeptValue<T>(name, storage).current;
		const kept = new KeptItems<readonly T[]>(name, storage).all.flatMap(([first]) => first ?? []);
		return earlier === undefined ? kept : [earlier, ...kept];
	}

	/** What this tab keeps; undefined for nothing. */
	get current(): T | undefined {
		return this.own.current;
	}

	/** What the other tabs keep, as it stands now. */
	get others(): readonly KeptElsewhere<T>[] {
		return KeptItems.names(this.name, this.storage)
			.filter((tab) => tab !== this.tab)
			.flatMap((tab) => {
				const value = new KeptValue<T>(this.keyOf(tab), this.storage).current;
				return value === undefined ? [] : [{ tab, value }];
			});
	}

	/** Keeps `value`, which has to be what JSON can hold, in the place of what this tab kept. */
	keep(value: T): void {
		this.own.keep(value);
	}

	forget(): void {
		this.own.forget();
	}

	/** Forgets what another tab keeps, once the person dealt with it here. */
	forgetOf(tab: string): void {
		new KeptValue(this.keyOf(tab), this.storage).forget();
	}

	/** True for the storage key of what this tab keeps. */
	isOwnKey(key: string | null): boolean {
		return key === this.keyOf(this.tab);
	}

	private keyOf(tab: string): string {
		return `${this.name}.${tab}`;
	}

	/** What an earlier version kept for all tabs comes first. */
	private goOn(): void {
		const earlier = new KeptValue<T>(this.name, this.storage);
		const left = this.others.find(({ tab }) => hasLeft(tab, this.storage));
		const value = earlier.current ?? left?.value;
		if (value === undefined) return;
		this.own.keep(value);
		if (earlier.current !== undefined) earlier.forget();
		else if (left) this.forgetOf(left.tab);
	}
}

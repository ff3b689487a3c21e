import * as Y from 'yjs';

const STORE = 'updates';

/** Updates kept one by one before they are made into one, at the next start. */
const MANY = 200;

/** How long the device may take to read what it keeps, in milliseconds, before the page goes on without. */
const PATIENCE = 3_000;

/**
 * Keeps a document on this device, in IndexedDB: reads what is there into it and adds each update to it.
 * Several tabs may share one name. Where the browser has no database, or no room, the document lives as
 * long as the page; nothing here throws.
 */
export class DeviceReplica {
	/** The origin of changes that another tab made just now. */
	readonly shared = {};
	/** Resolves when what the device kept is in the document, or cannot be read; some browsers never tell. */
	readonly read: Promise<void>;
	/** As `read`, but not for ever: the page goes on without what takes too long. */
	readonly loaded: Promise<void>;
	private readonly name: string;
	private readonly doc: Y.Doc;
	/** Words were deleted for good: what is kept is made into one, which holds no deleted ones. */
	private readonly mustForget: (doc: Y.Doc) => boolean;
	/** To the other tabs that keep the same document: one of them may have the network, or stay open. */
	private readonly tabs: BroadcastChannel | undefined;
	private db: IDBDatabase | undefined;
	/** Updates that came before the database was open. */
	private early: Uint8Array[] | undefined = [];
	private ended = false;

	constructor(name: string, doc: Y.Doc, mustForget: (doc: Y.Doc) => boolean = () => false) {
		this.mustForget = mustForget;
		this.name = name;
		this.doc = doc;
		this.tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
		this.tabs?.addEventListener('message', ({ data }) => {
			if (this.ended || !(data instanceof Uint8Array)) return;
			Y.transact(doc, () => Y.applyUpdate(doc, data, this.shared), this.shared, false);
		});
		doc.on('update', this.keep);
		const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE));
		this.read = this.load().catch(() => this.end());
		this.loaded = Promise.race([this.read, late]);
	}

	/** Stops keeping; what is kept stays. */
	destroy(): void {
		this.end();
		this.db?.close();
	}

	/** Stops, and takes off the device what is kept. Other tabs that use it let go of it. */
	erase(): void {
		this.destroy();
		DeviceReplica.erase(this.name);
	}

	/** Takes off the device what is kept under a name; tabs that use it let go of it. */
	static erase(name: string): void {
		try {
			indexedDB.deleteDatabase(name);
		} catch {
			// No database, nothing to take off.
		}
	}

	/** Words were deleted for good: makes what is kept into one at once, which holds none of them. */
	forgetDeleted(): void {
		// Before the database was read there is nothing to do: reading it asks `mustForget`.
		if (!this.ended && this.db && !this.early) this.readAll(this.db, 1).catch(() => this.end());
	}

	private readonly keep = (update: Uint8Array, origin: unknown, _doc: Y.Doc, by: Y.Transaction) => {
		if (origin === this || origin === this.shared) return;
		if (by.local) this.tabs?.postMessage(update);
		if (this.early) this.early.push(update);
		else this.add(update, by.local);
	};

	private async load(): Promise<void> {
		if (typeof indexedDB === 'undefined') {
			this.end();
			return;
		}
		const db = await open(this.name);
		if (this.ended) {
			db.close();
			return;
		}
		this.db = db;
		db.onversionchange = () => {
			this.end();
			db.close();
		};
		await this.readAll(db, MANY);
		const early = this.early ?? [];
		this.early = undefined;
		for (const update of early) this.add(update, true);
	}

	/** Puts what is kept into the document and, where it is `many` updates, one in their place. */
	private readAll(db: IDBDatabase, many: number): Promise<void> {
		return new Promise((resolve, reject) => {
			const transaction = db.transaction(STORE, 'readwrite');
			const store = transaction.objectStore(STORE);
			const keys = store.getAllKeys();
			const updates = store.getAll() as IDBRequest<Uint8Array[]>;
			updates.onsuccess = () => {
				if (this.ended) return;
				const applyAll = (): void => {
					for (const update of updates.result) Y.applyUpdate(this.doc, update, this);
				};
				// Not local: nobody changed anything here.
				Y.transact(this.doc, applyAll, this, false);
				const last = keys.result.at(-1);
				const most = this.mustForget(this.doc) ? Math.min(many, 2) : many;
				if (updates.result.length < most || last === undefined) return;
				store.add(withoutDeleted(this.doc));
				store.delete(IDBKeyRange.upperBound(last));
			};
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
		});
	}

	/** One's own changes go to the disk at once, others' may wait in the browser. */
	private add(update: Uint8Array, own: boolean): void {
		if (this.ended || !this.db) return;
		try {
			const durability = own ? 'strict' : 'relaxed';
			this.db.transaction(STORE, 'readwrite', { durability }).objectStore(STORE).add(update);
		} catch {
			// The browser closed the database under us; unsaved words are kept beside it.
			this.end();
		}
	}

	private end(): void {
		this.ended = true;
		this.tabs?.close();
		this.early = undefined;
		this.doc.off('update', this.keep);
	}
}

/** A document as one update without deleted words, those included that a step here could still bring back. */
function withoutDeleted(doc: Y.Doc): Uint8Array {
	const fresh = new Y.Doc();
	Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc));
	const update = Y.encodeStateAsUpdate(fresh);
	fresh.destroy();
	return update;
}

function open(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name, 1);
		request.onupgradeneeded = () =>
			request.result.createObjectStore(STORE, { autoIncrement: true });
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('not opened'));
	});
}

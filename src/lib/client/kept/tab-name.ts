import { newId } from '#lib/domain/id.ts';
import { findStorage } from './item-storage.ts';

/** Where a tab keeps its name from one page to the next; nothing while a page has it. */
const BETWEEN_PAGES = 'tachawor.tab';

const hereKey = (tab: string): string => `tachawor.here.${tab}`;

let name: string | undefined;

/**
 * What this tab is called among those of the device: the same over a reload, another one in a tab that was
 * duplicated, since a page takes the name out of where it is kept and puts it back as it goes. Browser only.
 */
export function tabName(): string {
	if (name !== undefined) return name;
	const own = takeName() ?? newId(8);
	name = own;
	setHere(own, true);
	if (typeof window === 'undefined') return own;
	addEventListener('pagehide', () => {
		setHere(own, false);
		put(() => sessionStorage.setItem(BETWEEN_PAGES, own));
	});
	addEventListener('pageshow', ({ persisted }) => {
		if (!persisted) return;
		takeName();
		setHere(own, true);
	});
	return own;
}

/** True once the page of that tab went as pages go; one that was killed is taken for one that is still there. */
export function hasLeft(tab: string, storage = findStorage()): boolean {
	try {
		return storage?.getItem(hereKey(tab)) == null;
	} catch {
		return true;
	}
}

function takeName(): string | undefined {
	try {
		const kept = sessionStorage.getItem(BETWEEN_PAGES) ?? undefined;
		sessionStorage.removeItem(BETWEEN_PAGES);
		return kept;
	} catch {
		return undefined;
	}
}

function setHere(tab: string, here: boolean): void {
	const storage = findStorage();
	put(() => (here ? storage?.setItem(hereKey(tab), '1') : storage?.removeItem(hereKey(tab))));
}

/** Where storage is full or forbidden a reload gives another name: the words are offered all the same. */
function put(store: () => void): void {
	try {
		store();
	} catch {
		// Nothing could be kept.
	}
}

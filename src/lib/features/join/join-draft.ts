/** What a person chose and typed before joining. */
export interface JoinDraft {
	categoryId: string;
	organisation: string;
	province: string;
	name: string;
}

const EMPTY: JoinDraft = { categoryId: '', organisation: '', province: '', name: '' };

const keyOf = (code: string) => `tachawor_join_${code}`;

/**
 * The draft that this tab keeps, so that changing the language or reloading loses nothing. It goes with
 * the tab: the next person with the same phone finds none. Empty where the browser keeps nothing.
 */
export function readJoinDraft(code: string): JoinDraft {
	try {
		const kept: unknown = JSON.parse(sessionStorage.getItem(keyOf(code)) ?? '{}');
		const fields = typeof kept === 'object' && kept !== null ? kept : {};
		const text = (name: keyof JoinDraft) => {
			const value: unknown = Reflect.get(fields, name);
			return typeof value === 'string' ? value : '';
		};
		return {
			categoryId: text('categoryId'),
			organisation: text('organisation'),
			province: text('province'),
			name: text('name')
		};
	} catch {
		return { ...EMPTY };
	}
}

/** Keeps the draft where the browser allows it. */
export function keepJoinDraft(code: string, draft: JoinDraft): void {
	try {
		sessionStorage.setItem(keyOf(code), JSON.stringify(draft));
	} catch {
		// A browser that refuses storage still joins; only a reload would lose the choice.
	}
}

/** Forgets the draft once the person joined. */
export function forgetJoinDraft(code: string): void {
	try {
		sessionStorage.removeItem(keyOf(code));
	} catch {
		// Nothing was kept.
	}
}

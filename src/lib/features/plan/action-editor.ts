import { planRoots, readAction, setFields } from '#lib/board/plan-doc.ts';
import type { Action } from '#lib/domain/plan/action-plan.ts';
import type { Locale } from '#lib/domain/text/locale.ts';
import type * as Y from 'yjs';

/** The fields of an action that hold several lines. */
export type LineField = 'partners' | 'financing' | 'indicators' | 'risks';

/**
 * Writes the fields of one action, whichever action the page shows by then: a text that is committed
 * late still lands where it was typed.
 */
export class ActionEditor {
	private readonly doc: Y.Doc;
	readonly id: string;

	constructor(doc: Y.Doc, id: string) {
		this.doc = doc;
		this.id = id;
	}

	set(fields: Partial<Omit<Action, 'id' | 'title' | 'position'>>): void {
		setFields(this.doc, 'actions', this.id, fields);
	}

	setTitle(locale: Locale, text: string): void {
		setFields(this.doc, 'actions', this.id, { title: { [locale]: text } });
	}

	addLine<Field extends LineField>(field: Field, line: Action[Field][number]): void {
		this.change(field, (lines) => [...lines, line]);
	}

	/** Changes a line by its place; does nothing when it is gone meanwhile. */
	setLine<Field extends LineField>(
		field: Field,
		index: number,
		change: Partial<Action[Field][number]>
	): void {
		this.change(field, (lines) =>
			lines.map((line, at) => (at === index ? { ...line, ...change } : line))
		);
	}

	removeLine(field: LineField, index: number): void {
		this.change(field, (lines) => lines.filter((_, at) => at !== index));
	}

	private change<Field extends LineField>(
		field: Field,
		change: (lines: readonly Action[Field][number][]) => readonly Action[Field][number][]
	): void {
		const map = planRoots(this.doc).actions.get(this.id);
		if (!map) return;
		const lines = readAction(this.id, map)[field] as readonly Action[Field][number][];
		setFields(this.doc, 'actions', this.id, { [field]: change(lines) });
	}
}

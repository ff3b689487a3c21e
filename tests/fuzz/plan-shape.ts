import { ACTION_PARTS, LIST_NAMES, OWN_PARTS } from '#lib/domain/plan/action-fields.ts';
import type { Part } from '#lib/domain/plan/field-parts.ts';

/** The parts that an entry of a root of a plan holds, by the table of the form; none for other documents. */
export function partsOf(root: string): Readonly<Record<string, Part>> {
	if (root === 'actions') return OWN_PARTS;
	const list = LIST_NAMES.find((name) => name === root);
	return list ? ACTION_PARTS[list].columns : {};
}

/** The texts that an entry of a root has from the beginning. */
export function textsOf(root: string): string[] {
	if (root === 'notes') return ['text'];
	return Object.entries(partsOf(root)).flatMap(([name, { kind }]) =>
		kind === 'text' ? [name] : []
	);
}

/** True for a root of rows, which name their action from the beginning. */
export function holdsRows(root: string): boolean {
	return (LIST_NAMES as readonly string[]).includes(root);
}

/** The fields that an entry of a root comes with. */
export function firstFieldsOf(root: string): string[] {
	if (root === 'notes') return ['column', 'text', 'at'];
	const own = holdsRows(root) ? 'action' : 'title.ar';
	return [own, ...textsOf(root), 'position'];
}

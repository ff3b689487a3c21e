import type * as Y from 'yjs';
import { isReference } from '../domain/id.ts';
import { columnsOf, LIST_NAMES, OWN_PARTS, type ListName } from '../domain/plan/action-fields.ts';
import type { Action, ActionPlan, Axis, Objective } from '../domain/plan/action-plan.ts';
import { parseAction } from '../domain/plan/parse-action.ts';
import { readLocalized } from './localized-fields.ts';
import {
	inOrder,
	listRoot,
	planRoots,
	positionOf,
	readFields,
	stands,
	type Entries,
	type Fields
} from './plan-entry.ts';

/** The entries of a plan whose reading may be another since somebody asked last. */
export interface PlanChanges {
	readonly title: boolean;
	readonly axes: ReadonlySet<string>;
	readonly objectives: ReadonlySet<string>;
	readonly actions: ReadonlySet<string>;
}

type PlanPart = 'axes' | 'objectives' | 'actions';

/**
 * A plan's document read entry by entry: what did not change is read once, and a row is found by its
 * action without a walk over the others'. Whoever makes one calls `destroy`, unless the document goes too.
 */
export class FollowedPlan {
	private readonly doc: Y.Doc;
	private readonly roots: ReturnType<typeof planRoots>;
	/** By list and action, the rows that were ever made. */
	private readonly rows = new Map<ListName, Map<string, Set<string>>>();
	private readonly kept = {
		axes: new Map<string, Axis | undefined>(),
		objectives: new Map<string, Objective | undefined>(),
		actions: new Map<string, Action | undefined>()
	};
	private changed = noChanges();
	private readonly stops: (() => void)[] = [];

	constructor(doc: Y.Doc) {
		this.doc = doc;
		this.roots = planRoots(doc);
		this.observe(this.roots.plan, () => (this.changed.title = true));
		for (const part of ['axes', 'objectives', 'actions'] as const)
			this.observe(this.roots[part], (id) => this.forget(part, id));
		for (const list of LIST_NAMES) {
			const root = listRoot(doc, list);
			this.rows.set(list, new Map());
			for (const id of root.keys()) this.place(list, root, id);
			this.observe(root, (id) => {
				const action = this.place(list, root, id);
				if (action !== undefined) this.forget('actions', action);
			});
		}
	}

	/** What changed since the last call, or since the beginning. */
	takeChanges(): PlanChanges {
		const { changed } = this;
		this.changed = noChanges();
		return changed;
	}

	/** The whole plan in its order; entries that are not well formed, or were taken off, are left out. */
	plan(): ActionPlan {
		const all = <T extends { id: string; position: number }>(
			part: PlanPart,
			read: (id: string) => T | undefined
		): T[] => inOrder([...this.roots[part].keys()].flatMap((id) => read(id) ?? []));
		return {
			title: this.title(),
			axes: all('axes', (id) => this.axis(id)),
			objectives: all('objectives', (id) => this.objective(id)),
			actions: all('actions', (id) => this.action(id))
		};
	}

	title(): ActionPlan['title'] {
		return readLocalized(this.roots.plan, 'title');
	}

	axis(id: string): Axis | undefined {
		return this.read('axes', id, (map): Axis => ({
			id,
			title: readLocalized(map, 'title'),
			position: positionOf(map)
		}));
	}

	objective(id: string): Objective | undefined {
		return this.read('objectives', id, (map): Objective => {
			const axisId: unknown = map.get('axisId');
			return {
				id,
				axisId: isReference(axisId) ? axisId : '',
				title: readLocalized(map, 'title'),
				position: positionOf(map)
			};
		});
	}

	/** Whatever is not well formed in it reads as missing. */
	action(id: string): Action | undefined {
		return this.read('actions', id, (map) =>
			parseAction({
				...readFields(map, OWN_PARTS),
				...Object.fromEntries(LIST_NAMES.map((list) => [list, this.rowsOf(list, id)])),
				id,
				position: positionOf(map)
			})
		);
	}

	destroy(): void {
		for (const stop of this.stops) stop();
	}

	private rowsOf(list: ListName, actionId: string): object[] {
		const root = listRoot(this.doc, list);
		const rows = [...(this.rows.get(list)?.get(actionId) ?? [])].flatMap((id) => {
			const map = root.get(id);
			return stands(id, map) ? [{ id, position: positionOf(map), map }] : [];
		});
		return inOrder(rows).map(({ id, map }) => ({ ...readFields(map, columnsOf(list)), id }));
	}

	private read<Part extends PlanPart, Value>(
		part: Part,
		id: string,
		read: (map: Fields) => Value
	): Value | undefined {
		const kept = this.kept[part] as Map<string, Value | undefined>;
		if (!kept.has(id)) {
			const map = this.roots[part].get(id);
			kept.set(id, stands(id, map) ? read(map) : undefined);
		}
		return kept.get(id);
	}

	private forget(part: PlanPart, id: string): void {
		this.kept[part].delete(id);
		this.changed[part].add(id);
	}

	/** Remembers whose a row is, and gives the action; undefined for a row of none. */
	private place(list: ListName, root: Entries, id: string): string | undefined {
		const action = root.get(id)?.get('action');
		if (!isReference(action)) return undefined;
		const byAction = this.rows.get(list);
		const rows = byAction?.get(action);
		if (rows) rows.add(id);
		else byAction?.set(action, new Set([id]));
		return action;
	}

	private observe<Value>(root: Y.Map<Value>, tell: (id: string) => void): void {
		const follow = (events: Y.YEvent<Y.AbstractType<unknown>>[]): void => {
			for (const event of events) {
				if (event.target === (root as object)) for (const key of event.keys.keys()) tell(key);
				else if (typeof event.path[0] === 'string') tell(event.path[0]);
			}
		};
		root.observeDeep(follow);
		this.stops.push(() => root.unobserveDeep(follow));
	}
}

function noChanges() {
	return {
		title: false,
		axes: new Set<string>(),
		objectives: new Set<string>(),
		actions: new Set<string>()
	};
}

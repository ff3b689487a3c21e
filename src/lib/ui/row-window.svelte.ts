import { untrack } from 'svelte';
import { RowHeights } from './row-heights.ts';
import { drawnRows, rowAt, rowOffsets, type RowOffsets } from './row-offsets.ts';

/** A list of any length, of which only the rows near the view are drawn. */
export interface WindowedItems<Item> {
	readonly items: readonly Item[];
	/** Names an item among all of them. */
	readonly id: (item: Item) => string;
	/** Pixels that a row will be high about, in a list of this width, until it was drawn once. */
	readonly estimate: (item: Item, width: number) => number;
	/** Pixels between rows. */
	readonly gap: number;
}

/** A row that is drawn. */
export interface WindowedRow<Item> {
	readonly item: Item;
	readonly index: number;
	/** Pixels of rows that are not drawn between it and the one before. */
	readonly before: number;
}

/** Rows are drawn this many times the view's height above and below it, so that a fling finds them there. */
const MARGIN = 0.75;
/** The width that is assumed until the list has one: too few rows are drawn at first rather than too many. */
const NARROW = 240;
const NO_ROWS = rowOffsets(new Float64Array(), 0);

/**
 * Decides which rows of a long list are drawn and how much room the others take. Heights are learnt as rows
 * are drawn. What is in view stays where it is when rows above it turn out higher or new ones come: most
 * browsers see to that by themselves (scroll anchoring), and it is done here for those that do not. A row
 * that has the focus stays, wherever the list is scrolled to. Browser only beyond the first drawing.
 */
export class RowWindow<Item> {
	private readonly given: () => WindowedItems<Item>;
	private range = $state.raw({ from: 0, to: 0 });
	/** Id of the row that has the focus. */
	private held = $state<string>();
	private width = $state(0);
	private readonly heights = new RowHeights();
	/** Counts what was learnt of heights. */
	private learnt = $state(0);
	private margin = 0;
	private list: HTMLElement | undefined;
	private scroller: HTMLElement | null = null;
	/** Where the first row in view was at the last look. */
	private anchor:
		{ readonly row: Element; readonly top: number; readonly scrolled: number } | undefined;
	private observer: ResizeObserver | undefined;
	private drawnBefore: readonly WindowedRow<Item>[] = [];

	constructor(given: () => WindowedItems<Item>) {
		this.given = given;
		// Before anything was measured; what is lacking is drawn in the same frame.
		const room = typeof innerHeight === 'undefined' ? 0 : innerHeight / 2;
		this.range = { from: 0, to: rowAt(this.offsets, room) + 1 };
	}

	/** Heights of all rows in this width; `learn` writes into it. */
	private readonly heightOf: Float64Array = $derived.by(() => {
		const { items, id, estimate } = this.given();
		const width = this.width || NARROW;
		return Float64Array.from(items, (item) => this.heights.of(id(item)) ?? estimate(item, width));
	});

	private readonly offsets: RowOffsets = $derived.by(() => {
		const { gap } = this.given();
		// Reading the count makes this follow what is learnt.
		return this.learnt < 0 ? NO_ROWS : rowOffsets(this.heightOf, gap);
	});

	private readonly drawn = $derived.by(() => {
		const { items, id } = this.given();
		const { held } = this;
		const heldAt = held === undefined ? -1 : items.findIndex((item) => id(item) === held);
		return drawnRows(this.offsets, this.range, heldAt);
	});

	/** The rows to draw, in their order. One that is drawn as before is the same object. */
	readonly rows: readonly WindowedRow<Item>[] = $derived.by(() => {
		const { items } = this.given();
		this.drawnBefore = this.drawn.rows.map(({ index, before }) => {
			const item = items[index] as Item;
			const same = this.drawnBefore.find(
				(row) => row.item === item && row.index === index && row.before === before
			);
			return same ?? { item, index, before };
		});
		return this.drawnBefore;
	});

	/** Pixels of the rows below the last one drawn. */
	get after(): number {
		return this.drawn.after;
	}

	/** For an attachment to the list's element. */
	readonly follow = (list: HTMLElement): (() => void) => {
		const on = new AbortController();
		const { signal } = on;
		this.list = list;
		this.findScroller();
		const scrolled = ({ target }: Event): void => {
			if (target instanceof Node && target.contains(list)) this.look();
		};
		const resized = (): void => {
			this.findScroller();
			this.look();
		};
		document.addEventListener('scroll', scrolled, { signal, capture: true, passive: true });
		window.addEventListener('resize', resized, { signal });
		list.addEventListener('focusin', this.hold, { signal });
		list.addEventListener('focusout', this.hold, { signal });
		this.rowObserver.observe(list);
		this.look();
		// What lies beyond the view can wait until the view was painted.
		const later = requestAnimationFrame(() => {
			this.margin = MARGIN;
			this.look();
		});
		return () => {
			on.abort();
			cancelAnimationFrame(later);
			this.rowObserver.disconnect();
			this.observer = undefined;
			this.list = undefined;
		};
	};

	/** For an attachment to each row's element, which carries the item's id as `data-row`. */
	readonly measure = (row: HTMLElement): (() => void) => {
		this.rowObserver.observe(row);
		return () => this.observer?.unobserve(row);
	};

	/** Looks what is in view now; to be called whenever the items changed too. */
	readonly look = (): void =>
		untrack(() => {
			const { list } = this;
			if (!list) return;
			const view = this.viewOf();
			if (!ANCHORS) this.keepPlace(view.top);
			const top = list.getBoundingClientRect().top;
			const beyond = (view.bottom - view.top) * this.margin;
			const from = rowAt(this.offsets, view.top - top - beyond);
			const to = rowAt(this.offsets, view.bottom - top + beyond) + 1;
			if (from !== this.range.from || to !== this.range.to) this.range = { from, to };
		});

	private get rowObserver(): ResizeObserver {
		return (this.observer ??= new ResizeObserver((entries) => this.learn(entries)));
	}

	private learn(entries: readonly ResizeObserverEntry[]): void {
		const { items, id } = this.given();
		let changed = false;
		for (const { target, borderBoxSize } of entries) {
			const [size] = borderBoxSize;
			if (!size || size.blockSize === 0) continue;
			if (target === this.list) {
				if (Math.abs(size.inlineSize - this.width) >= 1) this.widen(size.inlineSize);
				continue;
			}
			const row = (target as HTMLElement).dataset.row ?? '';
			if (!this.heights.learn(row, size.blockSize)) continue;
			const drawn = this.drawn.rows.find(({ index }) => id(items[index] as Item) === row);
			if (drawn) this.heightOf[drawn.index] = size.blockSize;
			changed = true;
		}
		if (changed) this.learnt++;
		this.look();
	}

	/** In another width, heights that were learnt hold no more; those of drawn rows come anew. */
	private widen(width: number): void {
		const drawn = [...(this.list?.children ?? [])] as HTMLElement[];
		if (this.width !== 0) this.heights.keep(drawn.map((row) => row.dataset.row ?? ''));
		this.width = width;
	}

	/** Later, since a row that is taken out of the page loses the focus while the page is being drawn. */
	private readonly hold = (): void =>
		queueMicrotask(() => {
			const row = document.activeElement?.closest<HTMLElement>('[data-row]');
			this.held = row && this.list?.contains(row) ? row.dataset.row : undefined;
		});

	/** The part of the window, in its pixels, in which rows of the list can be seen. */
	private viewOf(): { top: number; bottom: number } {
		const box = this.scroller?.getBoundingClientRect();
		return {
			top: Math.max(0, box?.top ?? 0),
			bottom: Math.min(innerHeight, box?.bottom ?? innerHeight)
		};
	}

	private findScroller(): void {
		let element = this.list?.parentElement ?? null;
		while (element && !/auto|scroll/.test(getComputedStyle(element).overflowY))
			element = element.parentElement;
		this.scroller = element;
	}

	/** Scrolls by what rows above the view grew since the last look, whatever was scrolled meanwhile. */
	private keepPlace(viewTop: number): void {
		const scroller = this.scroller ?? document.documentElement;
		const { anchor } = this;
		if (anchor?.row.isConnected && anchor.scrolled > 0) {
			const { top } = anchor.row.getBoundingClientRect();
			const grown = top - anchor.top + scroller.scrollTop - anchor.scrolled;
			if (Math.abs(grown) >= 1) scroller.scrollTop += grown;
		}
		const row = [...(this.list?.children ?? [])].find(
			(child) => child.getBoundingClientRect().bottom > viewTop
		);
		this.anchor = row && {
			row,
			top: row.getBoundingClientRect().top,
			scrolled: scroller.scrollTop
		};
	}
}

/** The browser keeps what is in view in its place by itself. */
const ANCHORS = typeof CSS !== 'undefined' && CSS.supports('overflow-anchor', 'auto');

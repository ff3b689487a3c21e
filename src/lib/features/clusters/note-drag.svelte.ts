/** Pixels a pointer moves before a press becomes a drag. */
const THRESHOLD = 6;
/** Milliseconds a finger rests on a note before it can be dragged; shorter, it scrolls. */
const LONG_PRESS = 280;

/** Where something was let go: the value of `data-drop` under the pointer, or null. */
export type DropTarget = string | null;

/**
 * Dragging notes by mouse, pen and touch. What is dragged and where it may fall is the owner's; a place
 * that takes notes carries `data-drop`. Everything that can be dragged can be done by a button too.
 */
export class NoteDrag<T> {
	/** What is under way; null while nothing is. */
	carried = $state.raw<readonly T[] | null>(null);
	position = $state.raw({ x: 0, y: 0 });
	over = $state<DropTarget>(null);
	private readonly drop: (items: readonly T[], target: string) => void;

	constructor(drop: (items: readonly T[], target: string) => void) {
		this.drop = drop;
	}

	/** Starts to watch a press on something that can be dragged; `take` says what would be carried. */
	press(event: PointerEvent, take: () => readonly T[]): void {
		if (event.button !== 0 || !event.isPrimary) return;
		const start = { x: event.clientX, y: event.clientY };
		const touch = event.pointerType === 'touch';
		const { signal, stop } = this.watch();
		let timer: ReturnType<typeof setTimeout> | undefined;
		const begin = (): void => {
			this.carried = take();
			this.position = start;
		};
		if (touch) timer = setTimeout(begin, LONG_PRESS);
		signal.addEventListener('abort', () => clearTimeout(timer));

		window.addEventListener(
			'pointermove',
			(move) => {
				if (move.pointerId !== event.pointerId) return;
				const moved = Math.hypot(move.clientX - start.x, move.clientY - start.y);
				if (!this.carried) {
					if (moved < THRESHOLD) return;
					if (touch) {
						stop();
						return;
					}
					begin();
				}
				this.position = { x: move.clientX, y: move.clientY };
				this.over = dropTargetAt(move.clientX, move.clientY);
			},
			{ signal }
		);
		// While a finger carries, the page must not scroll under it.
		window.addEventListener('touchmove', (move) => this.carried && move.preventDefault(), {
			signal,
			passive: false
		});
		window.addEventListener(
			'pointerup',
			(up) => {
				const target = dropTargetAt(up.clientX, up.clientY);
				const { carried } = this;
				stop();
				if (!carried) return;
				suppressClick();
				if (target !== null) this.drop(carried, target);
			},
			{ signal }
		);
		window.addEventListener('pointercancel', stop, { signal });
		window.addEventListener('keydown', (key) => key.key === 'Escape' && stop(), { signal });
	}

	private watch(): { signal: AbortSignal; stop: () => void } {
		const controller = new AbortController();
		const stop = (): void => {
			controller.abort();
			this.carried = null;
			this.over = null;
		};
		return { signal: controller.signal, stop };
	}
}

function dropTargetAt(x: number, y: number): DropTarget {
	const place = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
	return place?.dataset.drop ?? null;
}

/** The click that follows a drag would select what was only carried. */
function suppressClick(): void {
	const swallow = (event: MouseEvent): void => {
		event.preventDefault();
		event.stopPropagation();
	};
	window.addEventListener('click', swallow, { capture: true, once: true });
	setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), 0);
}

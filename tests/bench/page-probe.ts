import type { Page } from '@playwright/test';

/** Milliseconds on the page's clock, 0 being the start of the navigation. */
export interface FirstNotes {
	/** The frame that carried the board's document reached the page's script. */
	readonly document: number;
	/** The first notes were painted. */
	readonly painted: number;
}

/** How a page was drawn while something moved on it. */
export interface Frames {
	readonly count: number;
	/** Milliseconds between frames. */
	readonly median: number;
	readonly p95: number;
	/** Share of the frames, 0 to 1, in which no note stood across the middle of what moved. */
	readonly empty: number;
}

/** What the probe keeps on the page between calls. */
interface ProbedWindow {
	probe: {
		document?: number;
		painted?: number;
		deltas: number[];
		empty: number;
		running: boolean;
	};
}

/** Bytes from which a frame of the socket must be the board itself. */
const BOARD_BYTES = 100_000;

/** Before the page is opened: notes when the document came in and when notes were painted. */
export async function probeFirstNotes(page: Page): Promise<void> {
	await page.addInitScript((least) => {
		const probed = window as unknown as ProbedWindow;
		probed.probe = { deltas: [], empty: 0, running: false };
		const { probe } = probed;
		window.WebSocket = class extends WebSocket {
			constructor(url: string | URL, protocols?: string | string[]) {
				super(url, protocols);
				// Added first, so it runs before the page's own handler.
				this.addEventListener('message', ({ data }) => {
					if (data instanceof ArrayBuffer && data.byteLength >= least)
						probe.document ??= performance.now();
				});
			}
		};
		const look = (): void => {
			if (!document.querySelector('.note .t')) {
				requestAnimationFrame(look);
				return;
			}
			// Before this frame is painted; the task after the next one's begin is after its painting.
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => (probe.painted ??= performance.now());
			port2.postMessage(null);
		};
		requestAnimationFrame(look);
	}, BOARD_BYTES);
}

/** Waits for the first notes and says when they came. */
export async function firstNotes(page: Page): Promise<FirstNotes> {
	const read = await page.waitForFunction(() => {
		const { document, painted } = (window as unknown as ProbedWindow).probe;
		return document !== undefined && painted !== undefined ? { document, painted } : undefined;
	});
	const times = await read.jsonValue();
	if (!times) throw new Error('The page showed no notes.');
	return times;
}

/** Measures the frames of the page while `move` runs; `what` is the selector of what moves. */
export async function framesDuring(
	page: Page,
	what: string,
	move: () => Promise<void>
): Promise<Frames> {
	await page.evaluate((selector) => {
		const { probe } = window as unknown as ProbedWindow;
		Object.assign(probe, { deltas: [], empty: 0, running: true });
		const box = document.querySelector(selector)?.getBoundingClientRect();
		if (!box) throw new Error(`nothing is ${selector}`);
		// Somewhere across the middle; a gap between two notes is no emptiness, 30 pixels further there is one.
		const points = [0.2, 0.5, 0.8].flatMap((share) =>
			[0, 30].map((down) => ({
				x: box.x + box.width * share,
				y: box.y + box.height / 2 + down
			}))
		);
		let last: number | undefined;
		const frame = (now: number): void => {
			if (!probe.running) return;
			if (last !== undefined) probe.deltas.push(now - last);
			last = now;
			const filled = points.some(({ x, y }) =>
				document.elementFromPoint(x, y)?.closest('.note, .pile')
			);
			if (!filled) probe.empty++;
			requestAnimationFrame(frame);
		};
		requestAnimationFrame(frame);
	}, what);
	await move();
	const { deltas, empty } = await page.evaluate(() => {
		const { probe } = window as unknown as ProbedWindow;
		probe.running = false;
		return probe;
	});
	const sorted = deltas.toSorted((a, b) => a - b);
	const quantile = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? NaN;
	return {
		count: deltas.length,
		median: quantile(0.5),
		p95: quantile(0.95),
		empty: empty / Math.max(1, deltas.length)
	};
}

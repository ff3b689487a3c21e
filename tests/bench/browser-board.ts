import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import type { Locale } from '#lib/domain/text/locale.ts';
import { ensureBrowser } from '../../scripts/running/browser.ts';
import { buildIfChanged } from '../../scripts/building/build-if-changed.ts';
import { BOARD, openLargeHall, type LargeHall } from './large-hall.ts';
import { rounded, tableOf, verdict, type Outcome, type Row, type Verdict } from './row.ts';
import { firstNotes, framesDuring, probeFirstNotes, type Frames } from './page-probe.ts';

/** How much slower than this machine the page's processor is. */
const THROTTLE = 4;
const TARGET = { firstNotes: 500, frame: 20 } as const;
const LOADS = 3;

interface MeasuredPage {
	readonly name: string;
	readonly path: string;
	readonly who: 'participant' | 'facilitator';
	readonly locale: Locale;
	readonly viewport: { readonly width: number; readonly height: number };
	/** The selector of what scrolls. */
	readonly list: string;
	/** Notes can be dragged on it. */
	readonly drags: boolean;
}

const PHONE = { width: 360, height: 740 };
const LAPTOP = { width: 1280, height: 800 };

const PAGES: readonly MeasuredPage[] = [
	{
		name: 'phone, list of notes',
		path: '/w/%',
		who: 'participant',
		locale: 'ar',
		viewport: PHONE,
		list: 'section.list',
		drags: false
	},
	{
		name: 'laptop, clusters',
		path: '/workshops/%/clusters',
		who: 'facilitator',
		locale: 'fr',
		viewport: LAPTOP,
		list: '.loose',
		drags: true
	},
	{
		name: 'laptop, running the hall',
		path: '/workshops/%/run',
		who: 'facilitator',
		locale: 'fr',
		viewport: LAPTOP,
		list: '.stream',
		drags: false
	}
];

/**
 * Opens the pages that show a board of 2,000 notes in a real browser whose processor is slowed down, and
 * measures how soon the first notes stand there and how evenly they scroll and are dragged.
 */
export async function measureBrowser(): Promise<Outcome> {
	buildIfChanged();
	const browser = await chromium.launch({
		executablePath: ensureBrowser(),
		args: [
			'--no-sandbox',
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run'
		]
	});
	const rows: Row[] = [];
	const verdicts: Verdict[] = [];
	try {
		const hall = await openLargeHall();
		try {
			for (const page of PAGES) {
				const figures = await measure(browser, hall, page);
				rows.push(rowOf(page, figures));
				verdicts.push(...verdictsOf(page, figures));
			}
		} finally {
			await hall.stop();
		}
	} finally {
		await browser.close();
	}
	return { rows, verdicts };
}

/** Times in milliseconds. */
interface Figures {
	/** From the frame that brought the document, and from the start of the navigation, to the first notes. */
	readonly firstNotes: number;
	readonly fromNavigation: number;
	readonly scroll: Frames;
	readonly drag?: Frames;
}

function rowOf({ name, viewport, locale }: MeasuredPage, figures: Figures): Row {
	const { firstNotes, fromNavigation, scroll, drag } = figures;
	return {
		name: 'board in the browser',
		subject: 'tachawor',
		peers: [],
		conditions: {
			page: name,
			notes: BOARD.notes,
			cpuThrottling: THROTTLE,
			window: `${viewport.width}×${viewport.height}`,
			language: locale
		},
		figures: {
			firstNotesMs: rounded(firstNotes),
			firstNotesFromNavigationMs: rounded(fromNavigation),
			scrollFrameMedianMs: rounded(scroll.median),
			scrollFrameP95Ms: rounded(scroll.p95),
			scrollEmptyShare: rounded(scroll.empty, 2),
			...(drag && {
				dragFrameMedianMs: rounded(drag.median),
				dragFrameP95Ms: rounded(drag.p95)
			})
		}
	};
}

function verdictsOf({ name }: MeasuredPage, { firstNotes, scroll, drag }: Figures): Verdict[] {
	const frame = (what: string, { median }: Frames): Verdict =>
		verdict(
			`${what}, ${name}`,
			`${what} at a median frame of ${TARGET.frame} ms or less, ${name}`,
			`${rounded(median)} ms`,
			median <= TARGET.frame
		);
	return [
		verdict(
			`first notes, ${name}`,
			`first notes under ${TARGET.firstNotes} ms, ${name}`,
			`${rounded(firstNotes)} ms`,
			firstNotes < TARGET.firstNotes
		),
		frame('scrolling', scroll),
		...(drag ? [frame('dragging', drag)] : [])
	];
}

async function measure(
	browser: Browser,
	hall: LargeHall,
	measured: MeasuredPage
): Promise<Figures> {
	const loads: { fromDocument: number; fromNavigation: number }[] = [];
	let moved: Pick<Figures, 'scroll' | 'drag'> | undefined;
	for (let load = 1; load <= LOADS; load++) {
		const { page, cdp, close } = await open(browser, hall, measured);
		const { document, painted } = await firstNotes(page);
		loads.push({ fromDocument: painted - document, fromNavigation: painted });
		if (load === LOADS) moved = await move(page, cdp, measured);
		await close();
	}
	if (!moved) throw new Error('Nothing was moved.');
	return {
		firstNotes: median(loads.map(({ fromDocument }) => fromDocument)),
		fromNavigation: median(loads.map(({ fromNavigation }) => fromNavigation)),
		...moved
	};
}

/** Scrolls, and drags where the page has something to drag. */
async function move(
	page: Page,
	cdp: CDPSession,
	{ name, list, drags }: MeasuredPage
): Promise<Pick<Figures, 'scroll' | 'drag'>> {
	await page.waitForTimeout(2_000);
	for (const older of await page.locator('.older').all()) await older.click();
	const scroll = await framesDuring(page, list, () => fling(page, cdp, list));
	const way = await page.locator(list).evaluate(({ scrollTop }) => scrollTop);
	if (way < 1_000) throw new Error(`${name} did not scroll.`);
	return drags
		? { scroll, drag: await framesDuring(page, '.sheets', () => carry(page)) }
		: { scroll };
}

async function open(
	browser: Browser,
	hall: LargeHall,
	{ viewport, locale, path, who }: MeasuredPage
): Promise<{ page: Page; cdp: CDPSession; close: () => Promise<void> }> {
	const context = await browser.newContext({ viewport });
	await context.addCookies([
		{ ...hall[who], url: hall.origin },
		{ name: 'tachawor_language', value: locale, url: hall.origin }
	]);
	const page = await context.newPage();
	await probeFirstNotes(page);
	const cdp = await context.newCDPSession(page);
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: THROTTLE });
	await page.goto(`${hall.origin}${path.replace('%', hall.workshopId)}`, { waitUntil: 'commit' });
	return { page, cdp, close: () => context.close() };
}

/** Flings through the list, down and a part of the way up again. */
async function fling(page: Page, cdp: CDPSession, list: string): Promise<void> {
	const box = await page.locator(list).boundingBox();
	if (!box) throw new Error(`nothing is ${list}`);
	for (const yDistance of [-9_000, 4_000])
		await cdp.send('Input.synthesizeScrollGesture', {
			x: box.x + box.width / 2,
			y: box.y + box.height / 2,
			yDistance,
			speed: 3_000,
			preventFling: true,
			gestureSourceType: 'mouse'
		});
}

/** Carries one loose note to and fro over the clusters, a move a frame, and lets it go where nothing takes it. */
async function carry(page: Page): Promise<void> {
	await page.locator('.loose').evaluate((list) => list.scrollTo({ top: 0 }));
	await page.waitForTimeout(500);
	const from = await page.locator('.loose .note').first().boundingBox();
	const to = await page.locator('.sheets').boundingBox();
	if (!from || !to) throw new Error('nothing to drag');
	await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2);
	await page.mouse.down();
	for (let step = 0; step < 150; step++) {
		const turn = (step / 150) * 6 * Math.PI;
		await page.mouse.move(
			to.x + to.width * (0.5 + 0.45 * Math.sin(turn)),
			to.y + Math.min(to.height, 640) * (0.5 + 0.4 * Math.cos(turn * 1.7))
		);
		await page.waitForTimeout(16);
	}
	await page.keyboard.press('Escape');
	await page.mouse.up();
}

function median(values: readonly number[]): number {
	return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

if (import.meta.main) {
	const { rows, verdicts } = await measureBrowser();
	console.log(tableOf(rows));
	for (const { target, figure, met } of verdicts)
		console.log(`- ${met ? 'met' : 'MISSED'}: ${target}: ${figure}`);
}

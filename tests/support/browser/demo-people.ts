import type { Browser, BrowserContextOptions } from '@playwright/test';
import { startDemo, startServer } from '../server/start-server.ts';
import { createAccount } from './accounts.ts';
import { visit } from './visitor.ts';

type Session = NonNullable<BrowserContextOptions['storageState']>;
/** Who looks at a page. */
export type Person = 'visitor' | 'participant' | 'facilitator' | 'director' | 'administrator';

/** The demo and a fresh installation, with somebody of every kind signed in. */
export interface DemoPeople {
	readonly demo: string;
	/** The installation of the administrator, who has nothing in it yet. */
	readonly fresh: string;
	readonly workshopId: string;
	readonly screenLink: string;
	readonly sessions: Readonly<Record<Person, Session | undefined>>;
	stop(): Promise<void>;
}

/** Starts both servers and enters by every link once. */
export async function openDemo(browser: Browser): Promise<DemoPeople> {
	const demo = await startDemo();
	const fresh = await startServer();
	const enter = async (link: string): Promise<{ session: Session; url: string }> => {
		const { page, context } = await visit(browser, 'ar');
		await page.goto(link);
		await page.locator('.btn.primary:not(.skip)').click();
		await page.waitForURL((url) => !url.href.startsWith(link));
		const entered = { session: await context.storageState(), url: page.url() };
		await context.close();
		return entered;
	};
	const participant = await enter(demo.links.participant);
	const facilitator = await enter(demo.links.facilitator);
	const director = await enter(demo.links.director);
	const first = await visit(browser, 'ar');
	await createAccount(first, fresh.links.setupLink ?? '', {
		name: 'هند',
		email: 'hind@example.ma'
	});
	const administrator = await first.context.storageState();
	await first.context.close();
	return {
		demo: demo.origin,
		fresh: fresh.origin,
		workshopId: participant.url.split('/').at(-1) ?? '',
		screenLink: demo.links.screen,
		sessions: {
			visitor: undefined,
			participant: participant.session,
			facilitator: facilitator.session,
			director: director.session,
			administrator
		},
		async stop() {
			await demo.stop();
			await fresh.stop();
		}
	};
}

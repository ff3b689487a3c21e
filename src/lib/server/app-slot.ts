import type { App } from './app.ts';

/**
 * The one place where the running application is kept. `server/` and SvelteKit's bundle each load their
 * own copy of every module, so a module variable would not be shared between them; this symbol is.
 */
const KEY = Symbol.for('tachawor.app');
const slots = globalThis as unknown as Record<symbol, App | undefined>;

export const APP_SLOT = {
	read: (): App | undefined => slots[KEY],
	/** The application, which the process has from its start on. */
	get(): App {
		const app = slots[KEY];
		if (!app) throw new Error('the application was not created yet');
		return app;
	},
	write: (app: App | undefined): void => {
		slots[KEY] = app;
	}
};

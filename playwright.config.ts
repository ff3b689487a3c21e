import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/running/browser.ts';

/** Real browsers against the built server; each test starts its own (tests/support/server/start-server.ts). */
export default defineConfig({
	testDir: 'tests/e2e',
	outputDir: 'test-results/browser',
	globalSetup: './tests/support/server/build-once.ts',
	workers: 2,
	fullyParallel: true,
	forbidOnly: true,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: 'list',
	use: {
		launchOptions: {
			...executable(),
			args: [
				'--no-sandbox',
				'--disable-gpu',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--no-first-run'
			]
		}
	}
});

/** Found once: Playwright's workers inherit it. */
function executable(): { executablePath?: string } {
	process.env.CHROMIUM_PATH ||= findBrowser() ?? '';
	return process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {};
}

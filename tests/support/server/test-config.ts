/** The settings of an application in a test: nothing is listened on, written to disk or logged by them. */
export const TEST_CONFIG = {
	host: '127.0.0.1',
	port: 0,
	dataDir: 'unused',
	logLevel: 'silent'
} as const;

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const SCRIPT = join(import.meta.dirname, '../../scripts/verify-data.ts');

/** What `npm run verify-data` says against a data folder, or undefined when all agrees. */
export function verifyData(dataDir: string): string | undefined {
	const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, '--data', dataDir], {
		encoding: 'utf8'
	});
	return status === 0 ? undefined : `verify-data: ${stdout}${stderr}`;
}

import { spawn } from 'node:child_process';

/** Runs files of tests, each by the runner that it is written for; gives what failed, with its output's end. */
export async function runTestsOf(files: readonly string[]): Promise<string[]> {
	const broke: string[] = [];
	for (const file of files) {
		const inBrowsers = file.startsWith('tests/e2e/');
		const [command, args] = inBrowsers
			? (['playwright', ['test', file]] as const)
			: (['vitest', ['run', file]] as const);
		const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] });
		const output: Buffer[] = [];
		for (const stream of [child.stdout, child.stderr])
			stream.on('data', (data: Buffer) => void output.push(data));
		const status = await new Promise<number | null>((resolve) => child.on('close', resolve));
		if (status !== 0) broke.push(`${file}:\n${Buffer.concat(output).toString().slice(-3000)}`);
	}
	return broke;
}

/** Resolves when `holds` does; rejects after `timeout` ms, saying what was waited for. */
export async function until(
	what: string,
	holds: () => boolean | Promise<boolean>,
	timeout = 10_000
): Promise<void> {
	const end = Date.now() + timeout;
	while (!(await holds())) {
		if (Date.now() > end) throw new Error(`waited ${timeout} ms in vain until ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 15));
	}
}

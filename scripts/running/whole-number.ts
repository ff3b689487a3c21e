/** The value of an option that counts something. Ends the process with a sentence where it does not. */
export function wholeNumber(option: string, text: string): number {
	if (/^\d{1,9}$/.test(text)) return Number(text);
	console.error(`--${option} takes a whole number, not ${JSON.stringify(text)}.`);
	process.exit(1);
}

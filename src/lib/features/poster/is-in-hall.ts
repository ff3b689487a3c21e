/**
 * True where an origin names its machine by figures, as `http://10.42.0.1:3000`: phones reach it on the hall's
 * own network, and need no internet for it. A name, as `https://tachawor.example.ma`, is found by the internet.
 */
export function isInHall(origin: string): boolean {
	return /^[\d.]+$/.test(new URL(origin).hostname);
}

/** The hour and minute of a time (epoch milliseconds) on this device's clock, as `09:05`. */
export function clockTime(at: number): string {
	const date = new Date(at);
	return [date.getHours(), date.getMinutes()]
		.map((part) => String(part).padStart(2, '0'))
		.join(':');
}

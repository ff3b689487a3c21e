/** Seconds as `08:41`, from 100 minutes on as `1:40:00`. Below 0 gives `00:00`; fractions are rounded up. */
export function clockDigits(seconds: number): string {
	const whole = Math.max(0, Math.ceil(seconds));
	const two = (value: number) => String(value).padStart(2, '0');
	const minutes = Math.floor(whole / 60);
	if (minutes < 100) return `${two(minutes)}:${two(whole % 60)}`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(whole % 60)}`;
}

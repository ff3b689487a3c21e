/** Arabic-Indic (U+0660) and extended Arabic-Indic (U+06F0) digits as Western ones. */
export function westernDigits(text: string): string {
	return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
}

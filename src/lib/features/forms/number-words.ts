import { isDomainError } from '#lib/domain/errors.ts';
import { formatNumber } from '#lib/domain/text/format.ts';
import {
	readWholeNumber,
	requireWholeNumber,
	type NumberBounds
} from '#lib/domain/text/numbers/whole-number.ts';
import { errorMessage } from '#lib/words/error-message.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';

/** What a page says of a number that somebody typed. */
export interface NumberWords {
	/** What was read, null where nothing was typed; undefined where it is not taken. */
	readonly value: number | null | undefined;
	/** Which number was read, where that is not literally what was typed; else ''. */
	readonly said: string;
	/** Why it is not taken; else ''. */
	readonly wrong: string;
}

/** Reads what was typed in a field, with the words for how it was read, in the language of the page. */
export function numberWords(typed: string, bounds: NumberBounds): NumberWords {
	try {
		const value = requireWholeNumber(typed, bounds);
		return { value, said: saidOf(typed, bounds), wrong: '' };
	} catch (thrown) {
		if (!isDomainError(thrown)) throw thrown;
		return { value: undefined, said: '', wrong: errorMessage(thrown.code, thrown.details) };
	}
}

/** A number as its field shows it: of a year the thousands are not held. */
export function shownNumber(value: number, { unit }: Pick<NumberBounds, 'unit'>): string {
	return unit === 'year' ? String(value) : formatNumber(value, getLocale());
}

function saidOf(typed: string, bounds: NumberBounds): string {
	const reading = readWholeNumber(typed, bounds.unit);
	if (reading.kind !== 'number' || reading.plain) return '';
	const number = shownNumber(reading.value, bounds);
	return reading.rounded ? m.common_number_rounded({ number }) : m.common_number_read({ number });
}

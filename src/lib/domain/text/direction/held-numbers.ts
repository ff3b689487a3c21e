/**
 * Numbers of several parts that are read in the order in which they were written, whatever stands around them,
 * as the source of an expression for the flag `u`: `2025-2028`, `111-14`, `10–20`, `05/04/2025`,
 * `0535-62-00-00`, `05 35 62 00 00`, `+212 535 62 00 00`, `9 500 000,00`, `09:00 - 10:30`, `2025 - 2028`.
 * Numbers that merely stand beside each other, as in a list, are not among them.
 */
const BEGIN = String.raw`(?<![0-9])`;
const END = String.raw`(?![0-9])`;
const PARTS = String.raw`[0-9]+(?:[\-–+.,:\/][0-9]+)`;
/** A year, a day of the calendar or an hour, between two of which a dash stands in spaces. */
const POINT = String.raw`(?:[0-9]{4}|[0-9]{1,2}(?:[:\/.][0-9]{1,4})+)`;
const SPAN = String.raw`${POINT} ?[\-–] ?${POINT}${END}`;
const THOUSANDS = String.raw`[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]+)?${END}`;
const TELEPHONE = String.raw`(?:\+[0-9]{1,3}|0[0-9]{1,4})(?: [0-9]{2,4}(?:[\-.][0-9]+)*)+${END}`;

/** Those whose parts are held apart by spaces. */
export const SPACED_NUMBER = String.raw`${BEGIN}(?:${SPAN}|${TELEPHONE}|${THOUSANDS})`;
/** All of them; a single number is none. */
export const HELD_NUMBER = String.raw`(?:${SPACED_NUMBER}|${BEGIN}${PARTS}+)`;

import type { Play } from '../play.ts';
import { FLOOD_ROOM } from './flood-room.ts';
import { FOREIGN_HOSTS } from './foreign-hosts.ts';
import { GUESS_CODES } from './guess-codes.ts';
import { GUESS_PASSWORDS } from './guess-passwords.ts';
import { HALF_OPEN } from './half-open.ts';
import { LOOK_TWICE } from './look-twice.ts';
import { WORST } from './worst-bodies.ts';

/** The attacks that are played from outside; docs/security.md names the tests of each other one. */
export const PLAYS: readonly Play[] = [
	GUESS_CODES,
	GUESS_PASSWORDS,
	WORST,
	FLOOD_ROOM,
	LOOK_TWICE,
	FOREIGN_HOSTS,
	HALF_OPEN
];

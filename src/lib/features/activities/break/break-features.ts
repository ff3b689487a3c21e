import Coffee from '@lucide/svelte/icons/coffee';
import { m } from '#lib/paraglide/messages.js';
import { spoken } from '../spoken-features.ts';
import BreakScreen from './Screen.svelte';

/** The pages' part of a pause. */
export const pause = { ...spoken(Coffee, m.activity_break), Screen: BreakScreen };

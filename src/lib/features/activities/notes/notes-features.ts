import StickyNote from '@lucide/svelte/icons/sticky-note';
import type { NotesParameters } from '#lib/domain/activities/notes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ActivityFeatures } from '../activity-parts.ts';
import SpokenScreen from '../SpokenScreen.svelte';

/** The pages' part of an activity in which notes are written. */
export const notes: ActivityFeatures<NotesParameters, never> = {
	icon: StickyNote,
	short: m.activity_notes,
	name: m.activity_notes_long,
	Screen: SpokenScreen,
	Run: null
};

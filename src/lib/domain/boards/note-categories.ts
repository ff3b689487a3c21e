/** The id of the category that stands beside a note, or `withheld` where none may. */
export type NoteCategory = string;

/** A note's key to what stands beside it. */
export type NoteCategories = Readonly<Record<string, NoteCategory>>;

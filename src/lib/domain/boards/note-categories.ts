/** A note's key to the category of its author, or to `small` where too few people stand behind it. */
export type NoteCategories = Readonly<Record<string, string>>;

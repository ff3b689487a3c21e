/**
 * The categories whose figures may not be shown. `people` counts the people behind each figure. A
 * category is withheld below `floor` people; and so that no figure follows from the total by
 * subtraction, the smallest others are withheld too until either nobody is hidden or those hidden are
 * at least two categories and `floor` people. Categories without anybody are withheld as well, but
 * hide nothing. Rule [VO9].
 */
export function withheldCategories(
	people: ReadonlyMap<string, number>,
	floor: number
): ReadonlySet<string> {
	const bySize = [...people].sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
	const withheld = new Set<string>();
	let hiddenPeople = 0;
	let hiddenCategories = 0;
	for (const [id, count] of bySize) {
		const derivable = hiddenPeople > 0 && (hiddenCategories < 2 || hiddenPeople < floor);
		if (count >= floor && !derivable) break;
		withheld.add(id);
		hiddenPeople += count;
		if (count > 0) hiddenCategories++;
	}
	return withheld;
}

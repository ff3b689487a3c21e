import { leastOf, sizeOfGroup, type Group, type Partition } from './partition.ts';

/**
 * Why a group's figure is not told. `small`: too few people stand behind it. `derivable`: enough do, but
 * with it what is hidden would follow from the total by subtraction.
 */
export type Withheld = 'small' | 'derivable';

/**
 * The groups whose figure may not be told, each with its reason. `behind` counts the people of each
 * category whom the figure is about. Fewer than `floor` people are never told of, nor fewer than `floor + 1`
 * of several categories together; and whoever is hidden is hidden with others of at least one more group,
 * `floor + 1` people in all. Groups that nobody of stands behind hide nothing. Rule [GR2].
 */
export function withheldGroups(
	partition: Partition,
	behind: ReadonlyMap<string, number>,
	floor: number
): ReadonlyMap<Group, Withheld> {
	const withheld = new Map<Group, Withheld>();
	let people = 0;
	let groups = 0;
	const hide = (group: Group, reason: Withheld): void => {
		const size = sizeOfGroup(group, behind);
		withheld.set(group, reason);
		people += size;
		if (size > 0) groups++;
	};
	const told: Group[] = [];
	for (const group of partition) {
		const least = leastOf(group, floor);
		if (sizeOfGroup(group, behind) < least) hide(group, 'small');
		else told.push(group);
	}
	told.sort((a, b) => sizeOfGroup(b, behind) - sizeOfGroup(a, behind));
	while (people > 0 && (groups < 2 || people <= floor)) {
		const smallest = told.pop();
		if (!smallest) break;
		hide(smallest, 'derivable');
	}
	return withheld;
}

import type { CountedPerson } from '#lib/domain/groups/release.ts';
import type { PlannedCategory } from '#lib/domain/groups/partition.ts';
import type { SeededRandom } from '../../fuzz/seeded-random.ts';

/** What everybody can know of a hall but the categories of its people: who came and went when, and who took part. */
export interface Course {
	readonly floor: number;
	readonly categories: readonly PlannedCategory[];
	readonly people: readonly Omit<CountedPerson, 'categoryId'>[];
	readonly steps: readonly Step[];
}

/** `tell` is the end of the hall, `vote` the publishing of a vote. The attacker looks after each step. */
export type Step =
	{ readonly kind: 'join' | 'leave'; readonly person: number } | { readonly kind: 'vote' | 'tell' };

/** How figures of groups are told. Gives what a look shows, as text, null where that is nothing of groups. */
export type FigureRules = (course: Course) => {
	take(step: Step, present: readonly CountedPerson[]): void;
	look(present: readonly CountedPerson[]): string | null;
};

/** A category of which the attacker knows that somebody was there, but fewer than the floor. */
export interface FoundCell {
	readonly category: string;
	/** The number of steps that had been taken. */
	readonly after: number;
	readonly least: number;
	readonly most: number;
	readonly told: string;
}

/**
 * The attacker who reads every figure that is ever told, and knows the rules by which they are told. Every
 * assignment of people to categories is a hall; those in which the same is told are one to the attacker. A
 * category is found where in all of them, of the people there at some step, at least one and fewer than the floor
 * are of it. While fewer people are there than the floor nothing can hide them, and nothing is asked.
 */
export function attackFigures(
	course: Course,
	rules: FigureRules
): { readonly halls: number; readonly found: readonly FoundCell[] } {
	const { categories, people, floor } = course;
	const halls = categories.length ** people.length;
	/** What was told in a hall, to the fewest and most of each category at each step in all such halls. */
	const alike = new Map<string, [number, number][]>();
	for (let hall = 0; hall < halls; hall++) {
		const { told, counts } = runHall(course, hall, rules);
		const bounds = alike.get(told);
		if (!bounds)
			alike.set(
				told,
				counts.map((count) => [count, count])
			);
		else
			for (const [cell, count] of counts.entries()) {
				const bound = bounds[cell];
				if (!bound) continue;
				if (count < bound[0]) bound[0] = count;
				if (count > bound[1]) bound[1] = count;
			}
	}
	const found: FoundCell[] = [];
	for (const [told, bounds] of alike)
		for (const [cell, [least, most]] of bounds.entries()) {
			if (least < 1 || most >= floor) continue;
			const category = categories[cell % categories.length]?.id ?? '';
			found.push({ category, after: Math.floor(cell / categories.length), least, most, told });
		}
	return { halls, found };
}

function runHall(
	course: Course,
	hall: number,
	rules: FigureRules
): { readonly told: string; readonly counts: readonly number[] } {
	const { categories, floor } = course;
	const all = course.people.map((person, index) => {
		const category = Math.floor(hall / categories.length ** index) % categories.length;
		return { ...person, categoryId: categories[category]?.id ?? '' };
	});
	const told = rules(course);
	const looks: string[] = [];
	const counts: number[] = [];
	let present: CountedPerson[] = [];
	for (const step of course.steps) {
		const person = 'person' in step ? all[step.person] : undefined;
		if (person && step.kind === 'join') present = [...present, person];
		if (person && step.kind === 'leave') present = present.filter((one) => one !== person);
		told.take(step, present);
		looks.push(told.look(present) ?? '');
		for (const { id } of categories)
			counts.push(
				present.length < floor ? 0 : present.filter(({ categoryId }) => categoryId === id).length
			);
	}
	return { told: looks.join('\n'), counts };
}

/** A course of small size: people come, some go, a vote or two is published, the hall closes once or twice. */
export function randomCourse(
	random: SeededRandom,
	size: { people: number; categories: number }
): Course {
	const people = Array.from({ length: size.people }, (_, index) => ({
		id: `p${index}`,
		active: random.chance(0.85),
		notes: 0
	}));
	const categories = Array.from({ length: size.categories }, (_, index) => ({
		id: 'abcdefgh'[index] ?? '',
		expected: random.pick([0, 0, 2, 5])
	}));
	const steps: Step[] = [];
	const here: number[] = [];
	let next = 0;
	const join = (most: number): void => {
		for (; next < most; next++) {
			steps.push({ kind: 'join', person: next });
			here.push(next);
		}
	};
	const leave = (): void => {
		const [person] = here.splice(random.below(here.length), 1);
		if (person !== undefined) steps.push({ kind: 'leave', person });
	};
	join(random.between(2, size.people));
	if (random.chance(0.5)) steps.push({ kind: 'vote' });
	join(random.between(next, size.people));
	if (random.chance(0.3)) leave();
	steps.push({ kind: 'tell' });
	for (let again = random.below(3); again > 0; again--) {
		join(random.between(next, size.people));
		if (random.chance(0.5)) leave();
		steps.push({ kind: random.pick(['vote', 'tell', 'tell']) });
	}
	return { floor: 3, categories, people, steps };
}

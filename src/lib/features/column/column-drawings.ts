import type { LucideIcon } from '@lucide/svelte';
import CircleMinus from '@lucide/svelte/icons/circle-minus';
import CirclePlus from '@lucide/svelte/icons/circle-plus';
import CloudLightning from '@lucide/svelte/icons/cloud-lightning';
import Landmark from '@lucide/svelte/icons/landmark';
import Lightbulb from '@lucide/svelte/icons/lightbulb';
import Link2 from '@lucide/svelte/icons/link-2';
import Mountain from '@lucide/svelte/icons/mountain';
import Puzzle from '@lucide/svelte/icons/puzzle';
import Sprout from '@lucide/svelte/icons/sprout';
import Sunrise from '@lucide/svelte/icons/sunrise';
import type { ColumnIcon } from '#lib/domain/boards/column.ts';

/**
 * The drawing of each icon a column can carry; a column's colour never stands without it. The colour's
 * own name (`column.color`) is the class that sets the sheet's colours.
 */
export const COLUMN_DRAWINGS: Readonly<Record<ColumnIcon, LucideIcon>> = {
	plus: CirclePlus,
	minus: CircleMinus,
	sunrise: Sunrise,
	storm: CloudLightning,
	mountain: Mountain,
	puzzle: Puzzle,
	columns: Landmark,
	links: Link2,
	sprout: Sprout,
	lightbulb: Lightbulb
};

import type { Attachment } from 'svelte/attachments';

/**
 * Gives an element styles that only script knows, such as the length of a bar: `{@attach styled({ 'inline-size':
 * … })}`. Pages allow no style attributes, which a `style:` directive writes into the page that the server
 * makes; script may set the same properties one by one. Until the page is alive they are missing, so nothing
 * that must be read depends on them. A value of undefined takes the property off.
 */
export function styled(
	properties: Readonly<Record<string, string | number | undefined>>
): Attachment<HTMLElement | SVGElement> {
	return ({ style }) => {
		for (const [name, value] of Object.entries(properties))
			if (value === undefined) style.removeProperty(name);
			else style.setProperty(name, String(value));
	};
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Notes what somebody entered into the page's fields before its scripts came: what differs from what the server
 * sent, as it stands now, and what is unfolded. What is given back enters it again, each time as if it were done by
 * hand, so that whoever holds the field's value follows: a page that takes over would else show its own values in
 * their place. Browser only; ask before the page is taken over, and enter again once it was. Fields that are gone by
 * then are left out.
 */
export function enteredEarly(root: ParentNode): () => void {
	const fields = [...root.querySelectorAll<Field>('input, textarea, select')];
	const entries = fields.flatMap((field) => {
		const put = howToPut(field);
		return put ? [{ field, put }] : [];
	});
	const unfolded = [...root.querySelectorAll<HTMLDetailsElement>('details[open]')];
	return () => {
		for (const details of unfolded) details.open = true;
		for (const { field, put } of entries) {
			if (!field.isConnected) continue;
			put();
			field.dispatchEvent(new Event('input', { bubbles: true }));
			field.dispatchEvent(new Event('change', { bubbles: true }));
		}
	};
}

/** What brings back what was entered; undefined for a field that stands as the server sent it. */
function howToPut(field: Field): (() => void) | undefined {
	if (field instanceof HTMLSelectElement) return howToChoose(field);
	if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
		const { checked, type } = field;
		// A radio button that lost its mark lost it to another one.
		if (checked === field.defaultChecked || (type === 'radio' && !checked)) return undefined;
		return () => (field.checked = checked);
	}
	// A file cannot be put, and is not taken away either.
	if (field.type === 'file' || field.type === 'hidden') return undefined;
	const { value } = field;
	if (value === field.defaultValue) return undefined;
	return () => {
		if (field.value !== value) field.value = value;
	};
}

function howToChoose(select: HTMLSelectElement): (() => void) | undefined {
	const options = [...select.options];
	const sent = options.some(({ defaultSelected }) => defaultSelected)
		? options.map(({ defaultSelected }) => defaultSelected)
		: options.map((option) => !select.multiple && option === options.find(isOffered));
	const chosen = options.map(({ selected }) => selected);
	if (chosen.every((on, index) => on === sent[index])) return undefined;
	return () => options.forEach((option, index) => (option.selected = chosen[index] === true));
}

const isOffered = ({ disabled }: HTMLOptionElement): boolean => !disabled;

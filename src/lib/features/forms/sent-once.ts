/** For a form that leads to another page, as an attachment: it is sent once, until the page is shown again. */
export function sentOnce(form: HTMLFormElement): () => void {
	let sent = false;
	const submit = (event: SubmitEvent): void => {
		if (sent) event.preventDefault();
		sent = true;
	};
	const shown = (): void => {
		sent = false;
	};
	form.addEventListener('submit', submit);
	addEventListener('pageshow', shown);
	return () => {
		form.removeEventListener('submit', submit);
		removeEventListener('pageshow', shown);
	};
}

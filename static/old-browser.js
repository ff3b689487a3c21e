// Runs in any browser: shows the notice of the join page where styles and modules would not work.
(function () {
	var css = window.CSS;
	if (
		!css ||
		!css.supports ||
		!css.registerProperty ||
		!css.supports('color', 'color-mix(in srgb, red, blue)')
	)
		document.getElementById('old-browser').removeAttribute('hidden');
})();

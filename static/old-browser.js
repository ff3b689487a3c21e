// Runs in any browser: shows the notice of the join page where styles and modules would not work, with the look
// of a notice, which pages allow to script alone.
(function () {
	var css = window.CSS;
	if (
		css &&
		css.supports &&
		css.registerProperty &&
		css.supports('color', 'color-mix(in srgb, red, blue)')
	)
		return;
	var notice = document.getElementById('old-browser');
	var lines = notice.getElementsByTagName('p');
	notice.style.cssText =
		'box-sizing:border-box;width:calc(100% - 32px);max-width:528px;margin:0 auto 16px;padding:12px 16px;' +
		'border:2px solid #f2b33d;border-radius:6px;background:#fcf0d6;color:#1d2a33';
	lines[0].style.cssText = 'margin:0;font-weight:bold';
	lines[1].style.cssText = 'margin:4px 0 0';
	notice.removeAttribute('hidden');
})();

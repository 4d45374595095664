/**
 * Everything is at its end at once: spinners stand still, and what is faded in is there. `prefers-reduced-motion` is not
 * enough: spinners and the components' own transitions go on under it.
 */
export function standStill(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    "*, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent; }",
  );
  document.adoptedStyleSheets = [sheet];
  // eslint-disable-next-line @typescript-eslint/unbound-method -- called with its element below
  const animate = Element.prototype.animate;
  Element.prototype.animate = function (keyframes, options) {
    const scrollOptions = typeof options === "object" ? options : {};
    return animate.call(this, keyframes, {
      ...scrollOptions,
      delay: 0,
      duration: 1,
      iterations: 1,
    });
  };
}

/** The rules of the style sheets that the classes of an element stand for: how it looks, where nothing is laid out. */
export function rulesOf({ classList }: Element): string {
  return [...document.styleSheets]
    .flatMap(({ cssRules }) => [...cssRules])
    .map(({ cssText }) => cssText)
    .filter((text) => [...classList].some((name) => text.startsWith(`.${name}`)))
    .join(" ");
}

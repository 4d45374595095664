import type { Page } from "@playwright/test";

/**
 * The texts of a page that nobody can read whole: cut off by what they stand in, or beside the screen. One that its tooltip
 * says whole, or that comes with scrolling a box of its own, is not among them, and neither is a long cell of a
 * list: its title and what its row opens say it whole.
 */
export async function cutTexts(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const SLACK = 1.5;
    const cut = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = (node.textContent ?? "").replaceAll(/\s+/g, " ").trim();
      const element = node.parentElement;
      if (text === "" || element === null || !element.checkVisibility({ visibilityProperty: true }))
        continue;
      if (element.closest("[role=gridcell]") !== null) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      if (box.width > 0 && box.height > 0 && isCut(element, box, text)) cut.add(text.slice(0, 80));
    }
    return [...cut];

    function isCut(from: Element, box: DOMRect, text: string): boolean {
      for (let each: Element | null = from; each !== null; each = each.parentElement) {
        if (each.getAttribute("title")?.includes(text) === true) return false;
        const style = getComputedStyle(each);
        const frame = each.getBoundingClientRect();
        // What only screen readers are told stands in a box of one pixel.
        if (frame.width <= 1 || frame.height <= 1 || style.clipPath === "inset(50%)") return false;
        const [across, along] = [style.overflowX, style.overflowY];
        if (across === "auto" || across === "scroll") return false;
        const outside = box.right > frame.right + SLACK || box.left < frame.left - SLACK;
        if (across !== "visible" && outside) return true;
        if (along === "auto" || along === "scroll") return box.right > innerWidth + SLACK;
        const below = box.bottom > frame.bottom + SLACK || box.top < frame.top - SLACK;
        if (along !== "visible" && below) return true;
        if (style.position === "fixed") break;
      }
      return box.right > innerWidth + SLACK || box.left < -SLACK;
    }
  });
}

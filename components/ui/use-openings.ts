import { useState } from "react";

/** One opening of a dialog. Its subject stays the same until the next opening, even if the page changes. */
export interface Opening<About> {
  /** Identifies the opening, so that a form starts empty each time. */
  readonly key: number;
  readonly about: About;
  readonly open: boolean;
}

/**
 * The openings of one dialog. The last one stays while it closes: taken away at once, an open dialog would leave the
 * page behind it hidden from screen readers.
 */
export function useOpenings<About>(first: () => About | null = () => null) {
  const [opening, setOpening] = useState<Opening<About> | null>(() => {
    const about = first();
    return about === null ? null : { key: 0, about, open: true };
  });
  return {
    opening,
    begin: (about: About) => {
      setOpening((before) => ({ key: (before?.key ?? 0) + 1, about, open: true }));
    },
    close: () => {
      setOpening((before) => before && { ...before, open: false });
    },
  };
}

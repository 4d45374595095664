"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";
import { plainText } from "@/components/ui/plain-text";

/** A filter in the address that means nothing, word for word. */
export interface WrongFilter {
  readonly name: string;
  readonly text: string;
}

/** Longest part of a wrong filter that is repeated. */
const SHOWN_MAX = 60;

/** Refuses an address with filters that mean nothing: shown without them, a list would look like what the link meant. */
export function LinkNotUnderstood(props: {
  readonly wrong: readonly WrongFilter[];
  readonly notDone: string;
  readonly onClear: () => void;
}) {
  const { wrong, notDone, onClear } = props;
  const named = wrong.map(({ name, text }) => `${name} “${plainText(text.slice(0, SHOWN_MAX))}”`);
  return (
    <ErrorCard
      happened={`This link has ${wrong.length === 1 ? "a filter" : "filters"} that Guestlist does not understand: ${named.join(", ")}.`}
      notDone={notDone}
      tryThis="Correct the link, or clear the filters."
      actions={<Button onClick={onClear}>Clear all filters</Button>}
    />
  );
}

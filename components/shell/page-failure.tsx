"use client";

import { Button } from "@fluentui/react-components";
import { ErrorCard } from "@/components/ui/error-card";

/** A page could not be drawn. */
export function PageFailure(props: {
  readonly digest: string | null;
  readonly onRetry: () => void;
}) {
  return (
    <ErrorCard
      happened="This page could not be shown."
      notDone="Nothing was sent to your directory."
      tryThis="Try again. If it keeps happening, give the reference to the people who run Guestlist for you."
      reference={props.digest}
      actions={<Button onClick={props.onRetry}>Try again</Button>}
    />
  );
}

"use client";

import { numberText } from "@/lib/domain/number-text";
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { AppLink } from "@/components/ui/app-link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { PersonName } from "@/components/ui/person-name";
import { PlainList } from "@/components/ui/section";
import { TextLink } from "@/components/ui/text-link";
import { useDuplicates } from "./use-duplicates";
import type { WhatBecame } from "./what-became";

const useStyles = makeStyles({
  page: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalL,
    maxWidth: "44rem",
    outlineStyle: "none",
  },
  ends: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalL },
});

function titleOf({ made, unknown }: WhatBecame): string {
  if (made.length === 0) return "Not known yet";
  if (made.length === 1) return unknown.length === 0 ? "Review created" : "1 review created";
  return `${numberText(made.length)} reviews created`;
}

/** After something was made: the way to it, and what is left to do. */
export function CreatedPage(props: {
  readonly became: WhatBecame;
  /** Back to the draft of what was not created. */
  readonly onRest: () => void;
}) {
  const styles = useStyles();
  const { made, unknown, notDone } = props.became;
  const duplicates = useDuplicates(made);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The dialog that had the focus is gone with the forms behind it.
    page.current?.focus();
  }, []);
  return (
    <div ref={page} tabIndex={-1} className={styles.page}>
      <PageHeader title={titleOf(props.became)} />
      {made.length > 0 && (
        <Notice intent="success">
          <PlainList>
            {made.map(({ reviewId, label }) => (
              <li key={reviewId}>
                <AppLink href={`/reviews/${encodeURIComponent(reviewId)}`}>
                  <PersonName name={label} fallback={reviewId} />
                </AppLink>
              </li>
            ))}
          </PlainList>
          It begins on its first day. Microsoft may take some minutes to show it everywhere.
        </Notice>
      )}
      <DuplicatesNotice duplicates={duplicates} />
      {unknown.length > 0 && (
        <Notice
          intent="warning"
          title={
            unknown.length === 1
              ? "1 review: not known yet"
              : `${unknown.length} reviews: not known yet`
          }
        >
          It was sent, and nobody answered: Microsoft may have created it. Resolve it in the{" "}
          <TextLink href="/history">history</TextLink> before you create it again; that only looks,
          and sends nothing.
        </Notice>
      )}
      {notDone.length > 0 && (
        <Notice
          intent="warning"
          title={
            notDone.length === 1
              ? "1 review was not created"
              : `${notDone.length} reviews were not created`
          }
          actions={<Button onClick={props.onRest}>Go on with the rest</Button>}
        >
          The draft is kept for them alone.
        </Notice>
      )}
      <div className={styles.ends}>
        <AppLink href="/reviews">All reviews</AppLink>
        <AppLink href="/reviews/new">Another review</AppLink>
      </div>
    </div>
  );
}

/** The way in which a request travels may double it. Which of the reviews goes, a person decides in the list. */
function DuplicatesNotice({ duplicates }: { readonly duplicates: number }) {
  if (duplicates === 0) return null;
  return (
    <Notice
      intent="warning"
      title={
        duplicates === 1
          ? "There is another review with the mark of this one"
          : `There are ${duplicates} more reviews with the mark of these`
      }
    >
      A request may have been repeated on its way, or somebody made a copy. Nothing was deleted:
      look at them in <TextLink href="/reviews">the list of reviews</TextLink>, and delete there
      what is too many.
    </Notice>
  );
}

"use client";

import { Facts } from "@/components/ui/fact-list";
import { plainText } from "@/components/ui/plain-text";
import type { ReviewDraft } from "@/lib/domain/reviews/draft";
import { draftInWords } from "./draft-in-words";

/** The draft in four sentences, kept up with the forms. */
export function DraftSummary(props: {
  readonly draft: ReviewDraft;
  readonly nameOf: (id: string) => string | null;
}) {
  const said = draftInWords(props.draft, (id) => {
    const name = props.nameOf(id);
    return name === null ? null : plainText(name);
  });
  return (
    <Facts
      facts={[
        { name: "Whose access", fact: said.scope },
        { name: "Who decides", fact: said.reviewers },
        { name: "When", fact: said.schedule },
        { name: "In the end", fact: said.consequence },
      ]}
    />
  );
}

"use client";

import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import type { Created } from "@/components/wizard/creation-result";
import { useDuplicates } from "@/lib/queries/review-duplicates";

/** A request may be repeated on its way. Which of the reviews is deleted is for a person to decide, in the list. */
export function CreatedDuplicates({ created }: { readonly created: readonly Created[] }) {
  const duplicates = useDuplicates(created);
  if (duplicates === 0) return null;
  return (
    <Notice
      intent="warning"
      title={
        duplicates === 1
          ? "There is another review with the same marker"
          : `There are ${duplicates} more reviews with the same marker`
      }
    >
      The request may have been sent twice, or someone made a copy. Nothing was deleted: compare
      them in <TextLink href="/reviews">the list of reviews</TextLink> and delete the ones that
      aren&apos;t needed.
    </Notice>
  );
}

"use client";

import { Notice } from "@/components/ui/notice";
import { ROLES_TO_READ_EVERY_REVIEW } from "@/lib/domain/reviews/reviews-seen";

/** Says to somebody who may not see every review that the map is of those they do see. */
export function PartialNotice({ seen }: { readonly seen: "some" | "unknown" }) {
  const last = ROLES_TO_READ_EVERY_REVIEW.at(-1) ?? "";
  if (seen === "unknown") {
    return (
      <Notice intent="warning" title="It is not known whether you see every review">
        Your directory roles could not be read. Guests may be covered who are shown as not covered,
        and no catch-all group is made from this map.
      </Notice>
    );
  }
  return (
    <Notice intent="warning" title="You do not see every review">
      {`Entra shows you only those that you made or are asked about, so guests may be covered who are shown as not covered, and no catch-all group is made from this map. To see all, ask for one of the directory roles ${ROLES_TO_READ_EVERY_REVIEW.slice(0, -1).join(", ")} or ${last}.`}
    </Notice>
  );
}

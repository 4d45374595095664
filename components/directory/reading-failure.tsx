"use client";

import { AUDIT_LOG_READ_ALL, USER_READ_ALL } from "@/lib/domain/graph-scopes";
import type { Progress } from "@/lib/inventory/inventory";
import { inventory } from "@/lib/inventory/use-inventory";
import { ReadingProblemCard } from "./graph-failure-card";

const SCOPES = [USER_READ_ALL, AUDIT_LOG_READ_ALL];

/** Why the reading of the guests ended early; a tenant that was read in part is still shown. */
export function ReadingFailure(props: { readonly failure: NonNullable<Progress["failure"]> }) {
  return (
    <ReadingProblemCard
      failure={{ ...props.failure, requestId: null }}
      what="the guests"
      notDone="The list may be incomplete, so bulk operations aren't available."
      scopes={SCOPES}
      onRetry={() => void inventory().resume()}
    />
  );
}

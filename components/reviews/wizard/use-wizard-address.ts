"use client";

import { isGuid } from "@/lib/domain/guid";
import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";
import { STEPS } from "./wizard-state";

const inUrl = {
  /** Id of a template of the product or of one that was saved. */
  template: parseAsString,
  /** A group to begin with, for links from elsewhere. */
  group: parseAsString,
  step: parseAsStringLiteral(STEPS),
};

/** Which template and step the address asks for; Back goes a step back. */
export function useWizardAddress() {
  const [{ template, group, step }, go] = useQueryStates(inUrl, { history: "push" });
  return { template, groupId: asObjectId(group), step, go };
}

function asObjectId(text: string | null): string | null {
  const id = text?.toLowerCase() ?? "";
  return isGuid(id) ? id : null;
}

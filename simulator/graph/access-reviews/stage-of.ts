import type { Instance, Stage } from "../../state/access-reviews/rows.ts";
import type { Call } from "../endpoint.ts";
import { notFound } from "../errors.ts";

/** The stage that the path names; one that has not begun does not exist yet. */
export function stageOf(call: Call, instance: Instance): Stage {
  const id = call.params.stageId ?? "";
  const stage = begunStages(instance).find((each) => each.id === id.toLowerCase());
  if (!stage) throw notFound(id);
  return stage;
}

/** A stage is only made when the one before it ends: https://learn.microsoft.com/graph/api/resources/accessreviewinstance */
export function begunStages({ stages }: Instance): Stage[] {
  return stages.filter(({ status }) => status !== "NotStarted");
}

import type { Group } from "../../state/entities.ts";
import type { Call } from "../endpoint.ts";
import { notFound } from "../errors.ts";

/** The group that `{id}` names. */
export function groupOf(call: Call): Group {
  const id = call.params.id ?? "";
  const group = call.tenant.directory.groups.get(id.toLowerCase());
  if (!group) throw notFound(id);
  return group;
}

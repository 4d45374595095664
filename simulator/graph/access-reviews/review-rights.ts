import type { Definition, Instance } from "../../state/access-reviews/rows.ts";
import { reviewsOf } from "../../state/access-reviews/reviews-of.ts";
import { roleTemplates } from "../../state/roles.ts";
import type { Call } from "../endpoint.ts";
import { forbidden, notFound } from "../errors.ts";
import { refuseUnlicensed } from "./review-licence.ts";

// Who may: https://learn.microsoft.com/graph/api/resources/accessreviewsv2-overview#role-and-permission-authorization-checks
const writers = [
  roleTemplates.globalAdministrator,
  roleTemplates.identityGovernanceAdministrator,
  roleTemplates.userAdministrator,
];
const readers = [
  ...writers,
  roleTemplates.globalReader,
  roleTemplates.securityReader,
  roleTemplates.securityAdministrator,
];

export const readScopes = ["AccessReview.Read.All", "AccessReview.ReadWrite.All"];
export const writeScopes = ["AccessReview.ReadWrite.All"];

/** Whether the caller may read every review. */
export function readsAll({ caller }: Call): boolean {
  return readers.some((role) => caller.roles.has(role));
}

/** Refuses callers who may not make or change reviews. */
export function refuseUnlessWriter(call: Call): void {
  refuseUnlicensed(call);
  if (!writers.some((role) => call.caller.roles.has(role))) throw forbidden();
}

/** Whether the caller may decide anything in this instance now. */
export function isReviewer({ caller }: Call, instance: Instance): boolean {
  return instance.decisions.some(({ reviewerIds }) => reviewerIds.has(caller.userId));
}

/** Whether the caller may see this instance: readers of all, the creator of the series, present and past reviewers. */
function seesInstance(call: Call, definition: Definition, instance: Instance): boolean {
  if (readsAll(call) || definition.createdBy.id === call.caller.userId) return true;
  return instance.contacted.has(call.caller.userId);
}

/** The definition that the path names, for somebody who may read it. */
export function readableDefinition(call: Call): Definition {
  refuseUnlicensed(call);
  const definition = definitionOf(call);
  const { userId } = call.caller;
  if (readsAll(call) || definition.createdBy.id === userId) return definition;
  const wasContacted = [...definition.instances.values()].some(({ contacted }) =>
    contacted.has(userId),
  );
  if (!wasContacted) throw forbidden();
  return definition;
}

/** The instances of a definition that the caller may see. */
export function readableInstances(call: Call, definition: Definition): Instance[] {
  return [...definition.instances.values()].filter((each) => seesInstance(call, definition, each));
}

/** The instance that the path names, for somebody who may read it. */
export function readableInstance(call: Call): { definition: Definition; instance: Instance } {
  refuseUnlicensed(call);
  const found = instanceOf(call);
  if (!seesInstance(call, found.definition, found.instance)) throw forbidden();
  return found;
}

/** The definition that the path names. */
export function definitionOf(call: Call): Definition {
  const id = call.params.definitionId ?? "";
  const definition = reviewsOf(call.tenant.directory).definitions.get(id.toLowerCase());
  if (!definition) throw notFound(id);
  return definition;
}

/** The instance that the path names. */
export function instanceOf(call: Call): { definition: Definition; instance: Instance } {
  const definition = definitionOf(call);
  const id = call.params.instanceId ?? "";
  const instance = definition.instances.get(id.toLowerCase());
  if (!instance) throw notFound(id);
  return { definition, instance };
}

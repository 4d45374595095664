import { nextStart } from "../../state/access-reviews/advance-reviews.ts";
import type {
  Definition,
  Instance,
  ReviewStatus,
  Somebody,
} from "../../state/access-reviews/rows.ts";
import { nobodyId } from "../../state/access-reviews/trail.ts";

/** How a series stands: like its instances, and in progress for as long as more are to come. */
export function statusOf(definition: Definition): ReviewStatus {
  const instances = [...definition.instances.values()];
  if (definition.begunFor === null) return definition.stopped ? "Completed" : "NotStarted";
  const running = instances.some(({ status }) => status === "InProgress");
  if (running || nextStart(definition) !== null) return "InProgress";
  return (
    instances.find(({ dueAt }) => dueAt !== null)?.status ?? instances.at(-1)?.status ?? "Completed"
  );
}

/** A definition as Graph shows it: https://learn.microsoft.com/graph/api/resources/accessreviewscheduledefinition */
export function showDefinition(definition: Definition): Record<string, unknown> {
  return {
    id: definition.id,
    createdDateTime: new Date(definition.createdAt).toISOString(),
    lastModifiedDateTime: new Date(definition.modifiedAt).toISOString(),
    status: statusOf(definition),
    createdBy: showSomebody(definition.createdBy),
    ...definition.shown,
    // A navigation property, empty unless asked for: samples have it so.
    instances: [],
  };
}

/** The scope of one instance: of its group alone where the series makes one for each. */
export function scopeOf(definition: Definition, { group }: Instance): unknown {
  const scope = definition.shown.scope as Record<string, unknown>;
  if (group === null) return scope;
  const query = `/v1.0/groups/${group.id}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')`;
  return { ...scope, query };
}

/** An instance as Graph shows it: https://learn.microsoft.com/graph/api/resources/accessreviewinstance */
export function showInstance(definition: Definition, instance: Instance): Record<string, unknown> {
  return {
    id: instance.id,
    startDateTime: new Date(instance.startAt).toISOString(),
    endDateTime: new Date(instance.endAt).toISOString(),
    status: instance.status,
    scope: scopeOf(definition, instance),
    ...instance.asRequested,
  };
}

/** A person in an answer; all zeros where nobody did it. */
export function showSomebody(somebody: Somebody | null): Record<string, unknown> {
  const { id, displayName, userPrincipalName } = somebody ?? {
    ...{ id: nobodyId, displayName: "", userPrincipalName: "" },
  };
  return { id, displayName, userPrincipalName };
}

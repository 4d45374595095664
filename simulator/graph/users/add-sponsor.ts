import { rememberBefore } from "./stale-reads.ts";
import { findUser } from "./find-user.ts";
import { noteSponsorChange } from "./note-sponsor-change.ts";
import { badRequest, notFound } from "../errors.ts";
import type { Endpoint } from "../endpoint.ts";
import { roleTemplates } from "../../state/roles.ts";

/** Names somebody, or a group, who answers for a guest. */
export const addSponsor: Endpoint = {
  method: "POST",
  path: "/users/{id}/sponsors/$ref",
  documentation: "https://learn.microsoft.com/graph/api/user-post-sponsors?view=graph-rest-1.0",
  scopes: ["User.ReadWrite.All", "Directory.ReadWrite.All"],
  roles: [roleTemplates.userAdministrator, roleTemplates.directoryWriters],
  answer(call) {
    const { directory } = call.tenant;
    const user = findUser(directory, call.params.id ?? "");
    const id = referenced(call.body);
    const sponsor = directory.users.get(id) ?? directory.groups.get(id);
    if (!sponsor) throw notFound(id);
    if (user.sponsorIds.includes(id)) {
      throw badRequest(
        "One or more added object references already exist for the following modified properties: 'sponsors'.",
      );
    }
    rememberBefore(call.tenant, user.id);
    user.sponsorIds.push(id);
    noteSponsorChange(call, user, sponsor, "added");
    return { status: 204 };
  },
};

/** The id at the end of an `@odata.id` that names a user, a group or any directory object. */
function referenced(body: unknown): string {
  const reference =
    typeof body === "object" && body !== null && "@odata.id" in body ? body["@odata.id"] : null;
  const found =
    typeof reference === "string"
      ? /\/v1\.0\/(?:users|groups|directoryObjects)\/([0-9a-f-]{36})$/i.exec(reference)
      : null;
  if (!found?.[1]) throw badRequest("Invalid URL format specified in @odata.id for reference.");
  return found[1].toLowerCase();
}

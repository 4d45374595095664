import { rememberBefore } from "./stale-reads.ts";
import { findUser } from "./find-user.ts";
import { noteSponsorChange } from "./note-sponsor-change.ts";
import { sponsorsOf } from "./sponsors.ts";
import type { Endpoint } from "../endpoint.ts";
import { notFound } from "../errors.ts";
import { roleTemplates } from "../../state/roles.ts";

/** Ends somebody's answering for a guest. */
export const removeSponsor: Endpoint = {
  method: "DELETE",
  path: "/users/{id}/sponsors/{sponsorId}/$ref",
  documentation: "https://learn.microsoft.com/graph/api/user-delete-sponsors?view=graph-rest-1.0",
  scopes: ["User.ReadWrite.All", "Directory.ReadWrite.All"],
  roles: [roleTemplates.userAdministrator, roleTemplates.directoryWriters],
  answer(call) {
    const { directory } = call.tenant;
    const { id = "", sponsorId = "" } = call.params;
    const user = findUser(directory, id);
    const sponsor = sponsorsOf(directory, user).find((row) => row.id === sponsorId.toLowerCase());
    if (!sponsor) throw notFound(sponsorId);
    rememberBefore(call.tenant, user.id);
    user.sponsorIds = user.sponsorIds.filter((id) => id !== sponsor.id);
    noteSponsorChange(call, user, sponsor, "removed");
    return { status: 204 };
  },
};

import { MEMBER } from "../request-target";
import { membership } from "./membership";

/** Takes a guest out of a group; the account stays: https://learn.microsoft.com/graph/api/group-delete-members */
export const removeMember = membership({
  change: "remove",
  activity: "Remove member from group",
  // Without `/$ref` Graph would delete the account itself.
  request: { method: "DELETE", path: `${MEMBER}/\\$ref` },
  labels: {
    verb: "Remove from group",
    doing: "Removing from the group",
    name: "Remove guest from group",
    done: "Removed from the group",
    changes:
      "The guest leaves the group and loses the access that it gives. The account and everything else stay, and the guest can be added again.",
    notDone: "The guest was not removed from the group.",
  },
});

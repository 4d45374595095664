import { GROUP } from "../request-target";
import { membership } from "./membership";

/** Puts a guest into a group: https://learn.microsoft.com/graph/api/group-post-members */
export const addMember = membership({
  change: "add",
  activity: "Add member to group",
  request: { method: "POST", path: `${GROUP}/members/\\$ref` },
  labels: {
    verb: "Add to group",
    doing: "Adding to the group",
    name: "Add guest to group",
    done: "Added to the group",
    changes: "The guest becomes a member of the group, and gets all access that the group gives.",
    notDone: "The guest was not added to the group.",
  },
});

import { expect, test } from "vitest";
import { isWrite, resourceUnits } from "./resource-units.ts";

// https://learn.microsoft.com/graph/throttling-limits
test.each([
  ["GET", "/users", "", 2],
  ["GET", "/users", "$select=id", 1],
  ["GET", "/users", "$select=id&$top=5", 1],
  ["GET", "/users", "$expand=sponsors", 3],
  ["GET", "/users", "$expand=sponsors&$top=19", 2],
  ["GET", "/users/7", "", 1],
  ["GET", "/groups/7/members", "", 3],
  ["GET", "/groups/7/members/microsoft.graph.user", "$select=id", 2],
  ["GET", "/groups/7/transitiveMembers", "", 5],
  ["GET", "/users/7/transitiveMemberOf", "", 2],
  ["GET", "/me/memberOf", "", 2],
  ["POST", "/directoryObjects/getByIds", "", 5],
  ["POST", "/directoryObjects/getByIds", "$select=id", 2],
  ["POST", "/users/7/checkMemberGroups", "", 4],
  ["PATCH", "/users/7", "", 1],
])("%s %s?%s costs %4$i resource units", (method, path, query, units) => {
  expect(resourceUnits({ method, path, query: new URLSearchParams(query) })).toBe(units);
});

test.each([
  ["PATCH", "/users/7", true],
  ["POST", "/invitations", true],
  ["POST", "/users/7/revokeSignInSessions", true],
  ["DELETE", "/groups/7/members/8/$ref", true],
  ["GET", "/users", false],
  ["POST", "/directoryObjects/getByIds", false],
  ["POST", "/users/7/getMemberGroups", false],
  ["POST", "/$batch", false],
])("%s %s is a write: %s", (method, path, expected) => {
  expect(isWrite({ method, path, query: new URLSearchParams() })).toBe(expected);
});

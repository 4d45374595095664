import { reference, urlOf } from "./references.ts";
import type { SampleOf } from "./sample.ts";

const advanced = { ConsistencyLevel: "eventual" };
const guests = "$filter=userType eq 'Guest'";
const some = "$select=id,displayName&$top=50";

const security = {
  displayName: "Guests in no group",
  description: "Holds whom no review would reach.",
  mailEnabled: false,
  mailNickname: "guests-in-no-group",
  securityEnabled: true,
  groupTypes: [],
};
const unified = {
  displayName: "Library Assist",
  mailEnabled: true,
  mailNickname: "library",
  securityEnabled: false,
  groupTypes: ["Unified"],
  visibility: "Private",
};

/** Calls of groups that generic reading does not cover. */
export const groupSamples: Readonly<Record<string, readonly SampleOf[]>> = {
  "GET /groups": [
    () => ({
      query: "$filter=mailNickname eq 'Partners'&$select=id,displayName,groupTypes,mailNickname",
      expected: 200,
    }),
    () => ({
      query: "$count=true&$filter=groupTypes/any(c:c eq 'Unified')&$orderby=displayName&$top=5",
      headers: advanced,
      expected: 200,
    }),
    () => ({ query: "$filter=nonsense eq 'x'", expected: 400 }),
  ],
  "POST /groups": [
    ({ fixture, guest }) => ({
      body: {
        ...security,
        "owners@odata.bind": [urlOf(fixture.admin)],
        "members@odata.bind": [urlOf(guest)],
      },
      expected: 201,
    }),
    () => ({ body: unified, expected: 201 }),
    () => ({ body: { displayName: "Nameless" }, expected: 400 }),
  ],
  "PATCH /groups/{id}": [
    ({ outsider }) => ({ body: { "members@odata.bind": [urlOf(outsider)] }, expected: 204 }),
    () => ({ body: { description: "Reviewed each quarter." }, expected: 204 }),
    ({ guest }) => ({ body: { "members@odata.bind": [urlOf(guest)] }, expected: 400 }),
  ],
  "GET /groups/{id}": [() => ({ query: "$select=id,displayName,groupTypes", expected: 200 })],
  "GET /groups/{id}/members/microsoft.graph.user": [
    () => ({ query: `$count=true&${guests}&${some}`, headers: advanced, expected: 200 }),
    () => ({ query: guests, expected: 400 }),
  ],
  "GET /groups/{id}/members/microsoft.graph.user/$count": [
    () => ({ query: guests, headers: advanced, expected: 200 }),
    () => ({ expected: 400 }),
  ],
  "GET /groups/{id}/transitiveMembers/microsoft.graph.user": [
    () => ({ query: `$count=true&${guests}&${some}`, headers: advanced, expected: 200 }),
  ],
  "GET /groups/{id}/owners": [() => ({ query: some, expected: 200 })],
  "POST /groups/{id}/members/$ref": [
    ({ outsider }) => ({ body: reference(outsider.id), expected: 204 }),
  ],
  "DELETE /groups/{id}/members/{memberId}/$ref": [() => ({ expected: 204 })],
  // The trap: not in the description, and refused without the right to delete users.
  "DELETE /groups/{id}/members/{memberId}": [
    () => ({ scopes: ["GroupMember.ReadWrite.All"], expected: 403 }),
  ],
};

import { groupSamples } from "./group-samples.ts";
import { reviewSamples } from "./review-samples.ts";
import { reference } from "./references.ts";
import type { SampleOf } from "./sample.ts";
import type { Endpoint } from "../../simulator/graph/endpoint.ts";

const advanced = { ConsistencyLevel: "eventual" };

const activity =
  "$select=id,displayName,userType,signInActivity,identities,externalUserState&$top=500";

/** What generic reading does not cover: bodies, and what a plain call would be refused for. */
const special: Readonly<Record<string, readonly SampleOf[]>> = {
  ...groupSamples,
  ...reviewSamples,
  "GET /users": [
    () => ({ query: activity, expected: 200 }),
    () => ({ query: "$expand=sponsors&$top=5", expected: 200 }),
    () => ({
      query: "$count=true&$search=%22displayName:gwen%22&$orderby=displayName",
      headers: advanced,
      expected: 200,
    }),
    () => ({ query: "$filter=nonsense", expected: 400 }),
  ],
  "PATCH /users/{id}": [() => ({ body: { accountEnabled: false }, expected: 204 })],
  "DELETE /users/{id}": [() => ({ expected: 204 })],
  "POST /users/{id}/sponsors/$ref": [
    ({ fixture }) => ({ body: reference(fixture.admin.id), expected: 204 }),
  ],
  "DELETE /users/{id}/sponsors/{sponsorId}/$ref": [() => ({ expected: 204 })],
  "POST /users/{id}/revokeSignInSessions": [() => ({ expected: 200 })],
  "POST /users/{id}/getMemberGroups": [
    () => ({ body: { securityEnabledOnly: false }, expected: 200 }),
  ],
  "POST /users/{id}/checkMemberGroups": [
    ({ group }) => ({ body: { groupIds: [group.id] }, expected: 200 }),
  ],
  "DELETE /users/{id}/appRoleAssignments/{assignmentId}": [() => ({ expected: 204 })],
  "GET /servicePrincipals": [
    () => ({
      query: '$search="displayName:portal"&$select=id,displayName&$orderby=displayName&$count=true',
      headers: advanced,
      expected: 200,
    }),
  ],
  "GET /roleManagement/directory/roleDefinitions": [
    () => ({ query: "$filter=displayName eq 'Guest Inviter'", expected: 200 }),
  ],
  "POST /directoryObjects/getByIds": [
    ({ guest, group }) => ({ body: { ids: [guest.id, group.id], types: ["user"] }, expected: 200 }),
  ],
  "GET /directory/deletedItems": [() => ({ expected: 400 })],
  "POST /directory/deletedItems/{id}/restore": [() => ({ expected: 200 })],
  "DELETE /directory/deletedItems/{id}": [() => ({ expected: 204 })],
  "POST /invitations": [
    () => ({
      body: {
        invitedUserEmailAddress: "nora@partner.example",
        inviteRedirectUrl: "https://guestlist.example/",
        invitedUserDisplayName: "Nora New",
        sendInvitationMessage: true,
        invitedUserMessageInfo: { customizedMessageBody: "Welcome." },
      },
      expected: 201,
    }),
    () => ({ body: { invitedUserEmailAddress: "no address" }, expected: 400 }),
  ],
};

/** The calls that an endpoint is judged by; one that only reads needs none of its own. */
export function samplesFor(endpoint: Endpoint): readonly SampleOf[] {
  const own = special[`${endpoint.method} ${endpoint.path}`];
  if (own) return own;
  if (endpoint.method !== "GET") {
    throw new Error(
      `no sample call for ${endpoint.method} ${endpoint.path}: add one to samples.ts`,
    );
  }
  if (endpoint.path.endsWith("/$count")) return [() => ({ headers: advanced, expected: 200 })];
  const isCast = endpoint.path.includes("/microsoft.graph.");
  const isDeleted = endpoint.path.startsWith("/directory/");
  if (isCast && !isDeleted) {
    return [() => ({ query: "$count=true", headers: advanced, expected: 200 })];
  }
  return [() => ({ expected: 200 })];
}

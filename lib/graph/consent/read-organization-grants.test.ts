import { describe, expect, test } from "vitest";
import { say, scripted } from "../testing/scripted-graph";
import { readOrganizationGrants } from "./read-organization-grants";

const ours = say({ value: [{ id: "sp1" }] });

describe("The permissions granted for the organization: https://learn.microsoft.com/graph/api/oauth2permissiongrant-list", () => {
  test("are those of the grants for all principals, of every page", async () => {
    const first = say({
      value: [
        { consentType: "AllPrincipals", scope: " User.Read User.Read.All" },
        { consentType: "Principal", scope: "User.Invite.All" },
      ],
      "@odata.nextLink": "https://graph.microsoft.com/v1.0/oauth2PermissionGrants?$skiptoken=2",
    });
    const second = say({ value: [{ consentType: "AllPrincipals", scope: "AuditLog.Read.All" }] });
    const { graph, sent } = scripted(ours, first, second);
    const granted = await readOrganizationGrants(graph, "app1");
    expect([...(granted ?? [])]).toEqual(["User.Read", "User.Read.All", "AuditLog.Read.All"]);
    const urls = sent.map(({ url }) => decodeURIComponent(url));
    expect(urls[0]).toContain("/servicePrincipals?$filter=appId eq 'app1'&$select=id");
    expect(urls[1]).toContain("/oauth2PermissionGrants?$filter=clientId eq 'sp1'");
  });

  test("are not known where they cannot be read, or the app is not listed", async () => {
    const refusal = say({ error: { code: "Authorization_RequestDenied", message: "No." } }, 403);
    expect(await readOrganizationGrants(scripted(ours, refusal).graph, "app1")).toBeNull();
    expect(await readOrganizationGrants(scripted(say({ value: [] })).graph, "app1")).toBeNull();
  });
});

import { randomUUID } from "node:crypto";
import { idIn, reportOnReviews, reviewInStages } from "./review-bodies.ts";
import { everybody, grantConsent } from "../../simulator/state/consent.ts";
import type { Group, ServicePrincipal, User } from "../../simulator/state/entities.ts";
import { newGroup } from "../../simulator/state/new-group.ts";
import { roleTemplates } from "../../simulator/state/roles.ts";
import { TestTenant } from "../../simulator/graph/test-tenant.ts";

/** A small organization in which every endpoint finds something to answer with. */
export class Organization {
  readonly fixture = new TestTenant();
  readonly guest: User;
  readonly colleague: User;
  readonly outsider: User;
  readonly group: Group;
  readonly app: ServicePrincipal;
  readonly assignmentId = randomUUID();
  leaverId = "";
  readonly #ids = new Map<string, string>();

  constructor() {
    const { fixture } = this;
    const { directory } = fixture.tenant;
    this.colleague = fixture.member("Colin Colleague", "userAdministrator");
    this.guest = fixture.guest({
      displayName: "Gwen Guest",
      sponsorIds: [this.colleague.id],
      managerId: this.colleague.id,
      signIns: {
        lastAttemptAt: fixture.tenant.clock.iso(),
        lastSuccessAt: fixture.tenant.clock.iso(),
      },
    });
    this.outsider = fixture.guest({ displayName: "Otto Outsider" });
    const inner = newGroup({ displayName: "Inner circle", memberIds: new Set([this.guest.id]) });
    this.group = newGroup({
      displayName: "Partners",
      groupTypes: ["Unified"],
      memberIds: new Set([this.guest.id, inner.id]),
      ownerIds: new Set([this.guest.id, this.colleague.id]),
    });
    for (const group of [inner, this.group]) directory.groups.set(group.id, group);
    this.app = {
      id: randomUUID(),
      appId: randomUUID(),
      displayName: "Partner portal",
      ownerIds: new Set([this.guest.id]),
    };
    directory.servicePrincipals.set(this.app.id, this.app);
    fixture.registerProduct();
    grantConsent(fixture.tenant, everybody, ["User.Read.All", "AuditLog.Read.All"]);
    grantConsent(fixture.tenant, this.colleague.id, ["User.Read"]);
    this.#assign();
    this.#makeEligible();
    this.#signIn();
  }

  /** Puts somebody among the deleted items and something into the audit log. */
  async live(): Promise<void> {
    await this.fixture.post(`/users/${this.guest.id}/revokeSignInSessions`);
    const leaver = this.fixture.guest({ displayName: "Lena Leaver" });
    await this.fixture.send("DELETE", `/users/${leaver.id}`);
    this.leaverId = leaver.id;
    await this.#review();
  }

  /** The path of an endpoint with ids that exist. */
  fill(path: string): string {
    const { directory } = this.fixture.tenant;
    const ids = {
      "/groups": this.group.id,
      "/servicePrincipals": this.app.id,
      "/directoryRoles": [...directory.roles.keys()][0],
      "/roleManagement/directory/roleDefinitions": roleTemplates.userAdministrator,
      "/directory/deletedItems": this.leaverId,
      "/auditLogs/directoryAudits": directory.audits[0]?.id,
      "/auditLogs/signIns": directory.signInLog[0]?.id,
    };
    const idOf = Object.entries(ids).find(([beginning]) => path.startsWith(beginning))?.[1];
    return path
      .replace("{id}", idOf ?? this.guest.id)
      .replace("{assignmentId}", this.assignmentId)
      .replace("{memberId}", this.guest.id)
      .replace("{sponsorId}", this.colleague.id)
      .replace(/\{(\w+)\}/g, (whole, name: string) => this.#ids.get(name) ?? whole);
  }

  /** A review in two stages that runs, in which the administrator decides, and a report on such. */
  async #review(): Promise<void> {
    const root = "/identityGovernance/accessReviews";
    const made = async (path: string, body: unknown) => idIn(await this.fixture.post(path, body));
    const first = async (path: string) => {
      const { value } = (await (await this.fixture.get(path)).json()) as {
        value: { id: string }[];
      };
      return value[0]?.id ?? "none";
    };
    const definitionId = await made(`${root}/definitions`, reviewInStages(this));
    const instances = `${root}/definitions/${definitionId}/instances`;
    const instanceId = await first(instances);
    const historyId = await made(`${root}/historyDefinitions`, reportOnReviews);
    this.#ids.set("definitionId", definitionId);
    this.#ids.set("instanceId", instanceId);
    this.#ids.set("decisionId", await first(`${instances}/${instanceId}/decisions`));
    this.#ids.set("stageId", await first(`${instances}/${instanceId}/stages`));
    this.#ids.set("historyId", historyId);
    const reports = `${root}/historyDefinitions/${historyId}/instances`;
    this.#ids.set("historyInstanceId", await first(reports));
    this.fixture.tenant.clock.advance(3_600_000);
  }

  #assign(): void {
    const { directory, clock } = this.fixture.tenant;
    directory.appRoleAssignments.set(this.assignmentId, {
      id: this.assignmentId,
      appRoleId: "00000000-0000-0000-0000-000000000000",
      principalId: this.guest.id,
      principalType: "User",
      resourceId: this.app.id,
      createdDateTime: clock.iso(),
    });
  }

  #makeEligible(): void {
    const { directory, clock } = this.fixture.tenant;
    const grant = {
      id: randomUUID(),
      principalId: this.guest.id,
      roleDefinitionId: roleTemplates.userAdministrator,
      directoryScopeId: "/",
    };
    const schedule = { startDateTime: clock.iso(), endDateTime: null };
    directory.roleEligibilities.set(grant.id, { ...grant, ...schedule });
  }

  #signIn(): void {
    const { directory, clock, id } = this.fixture.tenant;
    directory.signInLog.push({
      id: randomUUID(),
      createdDateTime: clock.iso(),
      userId: this.guest.id,
      userDisplayName: this.guest.displayName,
      userPrincipalName: this.guest.userPrincipalName,
      appId: this.app.appId,
      appDisplayName: this.app.displayName,
      ipAddress: "203.0.113.7",
      clientAppUsed: "Browser",
      isInteractive: true,
      errorCode: 0,
      failureReason: null,
      homeTenantId: randomUUID(),
      resourceTenantId: id,
    });
  }
}

import { describe, expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { refused, urlOf, withGroup } from "./group-fixture.ts";

describe("Update group: https://learn.microsoft.com/graph/api/group-update", () => {
  test("adds up to 20 members at once, with the scope for members alone", async () => {
    const { fixture, group, guests, at } = withGroup();
    const scopes = ["GroupMember.ReadWrite.All"];
    const adding = (of: typeof guests) =>
      fixture.send("PATCH", at, { scopes, body: { "members@odata.bind": of.map(urlOf) } });
    expect((await adding(guests)).status).toBe(400);
    expect(group.memberIds.size).toBe(0);
    expect((await adding(guests.slice(0, 20))).status).toBe(204);
    expect(group.memberIds.size).toBe(20);
  });

  test("adds nobody where one is in it already", async () => {
    const { fixture, directory, group, guests, at } = withGroup();
    directory.addMember(group, guests[0]?.id ?? "");
    const body = { "members@odata.bind": guests.slice(0, 3).map(urlOf) };
    const [status, message] = await refused(fixture.send("PATCH", at, { body }));
    expect(status).toBe(400);
    expect(message).toContain("already exist");
    expect(group.memberIds.size).toBe(1);
    expect(directory.effects).toEqual([]);
  });

  test.each([
    ["dynamic", { groupTypes: ["DynamicMembership"] }],
    ["synchronised", { onPremisesSyncEnabled: true }],
    ["mail-enabled", { mailEnabled: true }],
  ])("adds nobody to a %s group, and takes nobody out", async (_, input) => {
    const { fixture, directory, group, guests, at } = withGroup(input);
    const [inside, outside] = guests;
    if (!inside || !outside) throw new Error("no guests");
    directory.addMember(group, inside.id);
    const body = { "members@odata.bind": [urlOf(outside)] };
    expect((await fixture.send("PATCH", at, { body })).status).toBe(400);
    const one = { "@odata.id": urlOf(outside) };
    expect((await fixture.post(`${at}/members/$ref`, one)).status).toBe(400);
    expect((await fixture.send("DELETE", `${at}/members/${inside.id}/$ref`)).status).toBe(400);
    expect([...group.memberIds]).toEqual([inside.id]);
  });

  test("puts no group into a Microsoft 365 group", async () => {
    const { fixture, directory, at } = withGroup({ groupTypes: ["Unified"], mailEnabled: true });
    const inner = newGroup({ displayName: "Inner" });
    directory.groups.set(inner.id, inner);
    const body = { "members@odata.bind": [urlOf(inner)] };
    expect((await fixture.send("PATCH", at, { body })).status).toBe(400);
  });

  test("renames, with a scope and a role for that, and not what is mastered elsewhere", async () => {
    const { fixture, group, at } = withGroup();
    const body = { displayName: "Guests of the quarter", description: null };
    const scopes = ["GroupMember.ReadWrite.All"];
    expect((await fixture.send("PATCH", at, { body, scopes })).status).toBe(403);
    const as = fixture.member("Ivy", "identityGovernanceAdministrator");
    expect((await fixture.send("PATCH", at, { body, as })).status).toBe(403);
    expect((await fixture.send("PATCH", at, { body })).status).toBe(204);
    expect(group).toMatchObject(body);
    group.onPremisesSyncEnabled = true;
    expect((await fixture.send("PATCH", at, { body })).status).toBe(400);
    expect((await fixture.send("PATCH", at, { body: {} })).status).toBe(400);
  });

  test("adds 60 members in one batch", async () => {
    const { fixture, group } = withGroup();
    const guests = Array.from({ length: 60 }, () => fixture.guest());
    const requests = [0, 1, 2].map((part) => ({
      id: String(part),
      method: "PATCH",
      url: `/groups/${group.id}`,
      headers: { "Content-Type": "application/json" },
      body: { "members@odata.bind": guests.slice(part * 20, part * 20 + 20).map(urlOf) },
    }));
    const answer = await fixture.post("/$batch", { requests });
    const { responses } = (await answer.json()) as { responses: { status: number }[] };
    expect(responses.map(({ status }) => status)).toEqual([204, 204, 204]);
    expect(group.memberIds.size).toBe(60);
  });
});

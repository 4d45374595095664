import { describe, expect, test } from "vitest";
import { simulatedGraph } from "../testing/simulated-graph";
import { readNames } from "./read-names";
import { searchApplications } from "./search-applications";
import { searchPeople } from "./search-people";

describe("People", () => {
  test("are found by any beginning of their name, members only and by name", async () => {
    const { graph, tenant } = simulatedGraph({ guests: 200 });
    const [found] = await searchPeople(graph, "okaf");
    expect(found).toMatchObject({ displayName: "Grace Okafor" });
    const several = await searchPeople(graph, "a");
    const names = several.map(({ displayName }) => displayName ?? "");
    expect(several.length).toBeGreaterThan(1);
    expect(several.length).toBeLessThanOrEqual(20);
    expect(names).toEqual([...names].sort());
    for (const { id } of several) {
      expect(tenant.directory.users.get(id)).toMatchObject({
        userType: "Member",
        accountEnabled: true,
      });
    }
  });

  test.each(['"', "  ", '":"'])("are not asked for where the text is %j", async (text) => {
    const { graph, sent } = simulatedGraph({ guests: 0 });
    expect(await searchPeople(graph, text)).toEqual([]);
    expect(sent).toEqual([]);
  });

  test("with quotes in the text are searched for without them", async () => {
    const { graph } = simulatedGraph({ guests: 0 });
    expect(await searchPeople(graph, '"grace" okafor')).toMatchObject([
      { displayName: "Grace Okafor" },
    ]);
  });
});

test("Applications are found by any beginning of their name", async () => {
  const { graph, tenant } = simulatedGraph({ guests: 100 });
  const [application] = tenant.directory.servicePrincipals.values();
  const name = application?.displayName ?? "";
  const found = await searchApplications(graph, name.slice(0, 4));
  expect(found).toContainEqual({ servicePrincipalId: application?.id, displayName: name });
  expect(await searchApplications(graph, " ")).toEqual([]);
});

test("Names are read for things of every kind at once; what is gone has none", async () => {
  const { graph, tenant, sent } = simulatedGraph({ guests: 30 });
  const { groups, users, servicePrincipals, roles } = tenant.directory;
  const [[group], [user], [application], [role]] = [
    [...groups.values()],
    [...users.values()],
    [...servicePrincipals.values()],
    [...roles.values()],
  ];
  const names = await readNames(graph, [
    { kind: "group", id: group?.id ?? "" },
    { kind: "user", id: user?.id ?? "" },
    { kind: "application", id: application?.id ?? "" },
    { kind: "directory-role", id: role?.roleTemplateId ?? "" },
    { kind: "user", id: "00000000-0000-4000-8000-000000000000" },
  ]);
  expect([...names].sort()).toEqual(
    [
      [group?.id, group?.displayName],
      [user?.id, user?.displayName],
      [application?.id, application?.displayName],
      [role?.roleTemplateId, role?.displayName],
    ].sort(),
  );
  expect(sent.length).toBe(1);
});

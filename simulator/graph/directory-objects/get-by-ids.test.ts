import { expect, test } from "vitest";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

// https://learn.microsoft.com/graph/api/directoryobject-getbyids
const at = "/directoryObjects/getByIds";

function mixed() {
  const fixture = new TestTenant();
  const guest = fixture.guest();
  const group = newGroup();
  fixture.tenant.directory.groups.set(group.id, group);
  return { fixture, guest, group };
}

async function found(fixture: TestTenant, body: unknown, url = at) {
  const response = await fixture.post(url, body);
  expect(response.status).toBe(200);
  return ((await response.json()) as { value: Record<string, unknown>[] }).value;
}

test("finds objects of any kind, each with its type, and leaves out what is not there", async () => {
  const { fixture, guest, group } = mixed();
  const ids = [guest.id, group.id, "11111111-1111-4111-8111-111111111111", guest.id];
  expect(await found(fixture, { ids })).toMatchObject([
    { "@odata.type": "#microsoft.graph.user", id: guest.id },
    { "@odata.type": "#microsoft.graph.group", id: group.id },
  ]);
});

test("finds only the wanted types, with only the selected properties", async () => {
  const { fixture, guest, group } = mixed();
  const body = { ids: [guest.id, group.id], types: ["user"] };
  expect(await found(fixture, body, `${at}?$select=id,mail`)).toEqual([
    { "@odata.type": "#microsoft.graph.user", id: guest.id, mail: guest.mail },
  ]);
});

test.each([
  ["no ids", {}],
  ["ids that are no texts", { ids: [1] }],
  ["more than a thousand", { ids: Array<string>(1001).fill("x") }],
])("refuses %s", async (_what, body) => {
  expect((await mixed().fixture.post(at, body)).status).toBe(400);
});

test("needs Directory.Read.All", async () => {
  const { fixture, guest } = mixed();
  const scopes = ["User.Read.All"];
  expect((await fixture.post(at, { ids: [guest.id] }, { scopes })).status).toBe(403);
});

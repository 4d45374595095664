import { beforeEach, describe, expect, test } from "vitest";
import { simulator } from "../server.ts";
import { Tenants } from "../state/tenant.ts";
import { SimulatorControl } from "./client.ts";
import type { SimulatedTenant } from "./simulated-tenant.ts";

let tenants: Tenants;
let tenant: SimulatedTenant;

beforeEach(async () => {
  tenants = new Tenants();
  const app = simulator(tenants);
  tenant = await new SimulatorControl("http://localhost", (url, init) =>
    app.request(url, init),
  ).createTenant();
});

describe("Conditions", () => {
  test("What is not said stays as it was", async () => {
    await tenant.conditions({ throttle: "strict", latency: { perCallMs: 5 } });
    const now = await tenant.conditions({ faults: [{ kind: "reset-after-accept", times: 1 }] });
    expect(now).toMatchObject({
      throttle: "strict",
      latency: { perCallMs: 5, perRowMs: 0 },
      faults: [{ kind: "reset-after-accept", times: 1 }],
    });
  });

  test("It is another object each time, so that chances and quotas begin anew", async () => {
    const before = tenants.find(tenant.id)?.conditions;
    await tenant.conditions({});
    expect(tenants.find(tenant.id)?.conditions).not.toBe(before);
    expect(tenants.find(tenant.id)?.conditions).toEqual(before);
  });

  const refused: [string, unknown, string][] = [
    ["an unknown fault", { faults: [{ kind: "frogs" }] }, "faults[0].kind"],
    ["a chance above one", { faults: [{ kind: "reset", chance: 2 }] }, "faults[0].chance"],
    ["an unknown throttle", { throttle: "rather" }, "throttle"],
    ["an unknown field", { wind: 3 }, "wind"],
    ["negative latency", { latency: { perCallMs: -1 } }, "latency.perCallMs"],
    ["something that is no object", [], "body"],
  ];
  test.each(refused)("Refused with the field's name: %s", async (_, body, field) => {
    await expect(tenant.conditions(body as never)).rejects.toThrow(`"field":"${field}"`);
    expect(tenants.find(tenant.id)?.conditions.faults).toEqual([]);
  });
});

describe("Time", () => {
  const near = (at: number) => Math.abs((tenants.find(tenant.id)?.clock.now() ?? 0) - at) < 5000;

  test.each([
    ["P3D", 3 * 86_400_000],
    ["PT90M", 90 * 60_000],
    ["P1DT2H3M4S", 93_784_000],
    ["-PT1H", -3_600_000],
    [1500, 1500],
  ])("It moves by %s", async (by, milliseconds) => {
    await tenant.advance(by);
    expect(near(Date.now() + milliseconds)).toBe(true);
  });

  test("Anybody may read the organization's clock, and nothing but that", async () => {
    await tenant.setClock("2030-01-01T00:00:00Z");
    const answer = await simulator(tenants).request(`/control/tenants/${tenant.id}/clock`);
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      now: expect.stringMatching(/^2030-01-01T00:00:0/) as string,
    });
    expect(await tenant.now()).toMatch(/^2030-01-01T00:00:0/);
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("It is set to an instant", async () => {
    await tenant.setClock("2030-01-01T00:00:00Z");
    expect(near(Date.parse("2030-01-01T00:00:00Z"))).toBe(true);
  });

  test.each(["P", "PT", "3 days", "P1Y"])("'%s' is no duration here", async (by) => {
    await expect(tenant.advance(by)).rejects.toThrow('"field":"advance"');
  });
});

test("The licence changes", async () => {
  await tenant.licence("none");
  expect(tenants.find(tenant.id)?.licence).toBe("none");
  await expect(tenant.licence("E5" as never)).rejects.toThrow('"field":"licence"');
});

test("Anything but JSON is refused, so that no foreign page can pull these strings", async () => {
  const app = simulator(tenants);
  const answer = await app.request("/control/tenants", {
    method: "POST",
    body: "{}",
    headers: { "content-type": "text/plain" },
  });
  expect(answer.status).toBe(415);
  const broken = await app.request("/control/tenants", {
    method: "POST",
    body: "{",
    headers: { "content-type": "application/json" },
  });
  expect(broken.status).toBe(400);
  expect(await broken.json()).toMatchObject({ error: { field: "body" } });
});

test("A tenant that is not there is not found", async () => {
  const app = simulator(tenants);
  expect((await app.request("/control/tenants/none")).status).toBe(404);
  expect((await app.request("/control/tenants/none/users")).status).toBe(404);
});

import { Hono, type Context } from "hono";
import { advanceReviews } from "../state/access-reviews/advance-reviews.ts";
import { everybody, grantConsent, withdrawConsent } from "../state/consent.ts";
import { delegatedScopes } from "../state/consent-scopes.ts";
import type { User } from "../state/entities.ts";
import type { Tenant, World } from "../state/tenant.ts";
import { addCrowd } from "./add-crowd.ts";
import { addGuest } from "./add-guest.ts";
import { changePerson } from "./change-person.ts";
import { makeGroup, seeGroup } from "./make-group.ts";
import { moveClock } from "./move-clock.ts";
import { createTenant, licences } from "./create-tenant.ts";
import { ControlRefusal, Fields } from "./fields.ts";
import { setRole } from "./grant-role.ts";
import { readGuest } from "./read-guest.ts";
import { readWeather } from "./read-weather.ts";
import { seeReviews } from "./see-reviews.ts";
import { personOf } from "./who.ts";
import type { ClockSeen, PeopleSeen, Refused, TenantSeen } from "./control-api.ts";

/** How tests and the demo make tenants, people, time and weather. Nothing of it exists in a real tenant. */
export function controlApp(world: World): Hono {
  const app = new Hono();
  app.get("/health", (c) => c.json({ ready: true }));
  app.post("/tenants", async (c) => c.json(seen(await createTenant(world, await body(c))), 201));
  app.get("/tenants/:id", (c) => c.json(seen(tenantOf(world, c))));
  app.delete("/tenants/:id", (c) => {
    world.remove(tenantOf(world, c).id);
    return c.body(null, 204);
  });
  people(app, world);
  time(app, world);
  rules(app, world);
  app.onError((cause, c) => {
    if (!(cause instanceof ControlRefusal)) throw cause;
    const refused: Refused = { error: { field: cause.field, message: cause.message } };
    return c.json(refused, cause.status);
  });
  return app;
}

function people(app: Hono, world: World): void {
  app.post("/tenants/:id/guests", async (c) => {
    const tenant = tenantOf(world, c);
    return c.json(addGuest(tenant, readGuest(await body(c))), 201);
  });
  app.get("/tenants/:id/users", (c) => {
    const { users, deletedUsers } = tenantOf(world, c).directory;
    const named = c.req.query("named");
    const wanted = (user: User) => named === undefined || user.displayName === named;
    const seen: PeopleSeen = {
      users: [...users.values()].filter(wanted),
      deleted: [...deletedUsers.values()].filter(wanted),
    };
    return c.json(seen);
  });
  app.patch("/tenants/:id/users/:user", async (c) =>
    c.json(changePerson(tenantOf(world, c), c.req.param("user"), await body(c))),
  );
  app.get("/tenants/:id/reviews", (c) => c.json(seeReviews(tenantOf(world, c).directory)));
  app.get("/tenants/:id/groups", (c) =>
    c.json([...tenantOf(world, c).directory.groups.values()].map(seeGroup)),
  );
  app.post("/tenants/:id/groups", async (c) =>
    c.json(makeGroup(tenantOf(world, c), await body(c)), 201),
  );
  app.post("/tenants/:id/crowds", async (c) =>
    c.json(addCrowd(tenantOf(world, c), await body(c)), 201),
  );
  app.get("/tenants/:id/effects", (c) => c.json(tenantOf(world, c).directory.effects));
  app.get("/tenants/:id/audits", (c) => c.json(tenantOf(world, c).directory.audits));
  app.get("/tenants/:id/signins", (c) => c.json(tenantOf(world, c).directory.signInLog));
}

function time(app: Hono, world: World): void {
  const present = ({ clock }: Tenant): ClockSeen => ({ now: clock.iso() });
  app.get("/tenants/:id/clock", (c) => c.json(present(tenantOf(world, c))));
  app.post("/tenants/:id/clock", async (c) => {
    const tenant = tenantOf(world, c);
    moveClock(tenant.clock, await body(c));
    return c.json(present(tenant));
  });
}

function rules(app: Hono, world: World): void {
  app.get("/tenants/:id/weather", (c) => c.json(tenantOf(world, c).weather));
  app.put("/tenants/:id/weather", async (c) => {
    const tenant = tenantOf(world, c);
    tenant.weather = readWeather(tenant.weather, await body(c));
    return c.json(tenant.weather);
  });
  app.put("/tenants/:id/licence", async (c) => {
    const tenant = tenantOf(world, c);
    const fields = new Fields(await body(c));
    const licence = fields.oneOf("licence", licences);
    fields.end();
    tenant.licence = licence;
    return c.json({ licence });
  });
  app.put("/tenants/:id/consents/:scope", (c) => {
    const tenant = tenantOf(world, c);
    const person = c.req.query("person");
    const who = person === undefined ? everybody : personOf(tenant, person, "person").id;
    grantConsent(tenant, who, [scopeOf(c)]);
    return c.body(null, 204);
  });
  app.delete("/tenants/:id/consents/:scope", (c) => {
    withdrawConsent(tenantOf(world, c), scopeOf(c));
    return c.body(null, 204);
  });
  app.put("/tenants/:id/roles", async (c) => {
    const tenant = tenantOf(world, c);
    const fields = new Fields(await body(c));
    const user = personOf(tenant, fields.text("person"), "person");
    const [role, held] = [fields.text("role"), fields.flag("held")];
    fields.end();
    setRole(tenant, user, role, held);
    return c.body(null, 204);
  });
}

function seen(tenant: Tenant): TenantSeen {
  return {
    tenantId: tenant.id,
    domain: tenant.defaultDomain,
    displayName: tenant.displayName,
    licence: tenant.licence,
    now: tenant.clock.iso(),
    personas: tenant.personas.map((persona) => ({ ...persona })),
  };
}

function tenantOf(world: World, c: Context): Tenant {
  const id = c.req.param("id") ?? "";
  const tenant = world.tenant(id);
  if (tenant === undefined) throw new ControlRefusal("tenant", `no tenant '${id}'`, 404);
  advanceReviews(tenant.directory);
  return tenant;
}

function scopeOf(c: Context): string {
  const scope = delegatedScopes.get((c.req.param("scope") ?? "").toLowerCase());
  if (scope === undefined) throw new ControlRefusal("scope", "is no delegated scope of Graph");
  return scope.name;
}

/** JSON alone: a browser asks before it sends that across origins, so no foreign page can pull these strings. */
async function body(c: Context): Promise<unknown> {
  if (!(c.req.header("content-type") ?? "").startsWith("application/json")) {
    throw new ControlRefusal("content-type", "must be application/json", 415);
  }
  const text = await c.req.text();
  try {
    return JSON.parse(text);
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new ControlRefusal("body", "is not JSON");
  }
}

import { Hono, type Context } from "hono";
import { advanceReviews } from "../state/access-reviews/advance-reviews.ts";
import { everybody, grantConsent, withdrawConsent } from "../state/consent.ts";
import { delegatedScopes } from "../state/consent-scopes.ts";
import type { User } from "../state/entities.ts";
import type { Tenant, Tenants } from "../state/tenant.ts";
import { addCrowd } from "./add-crowd.ts";
import { addGuest } from "./add-guest.ts";
import { changePerson } from "./change-person.ts";
import { makeGroup, seeGroup } from "./make-group.ts";
import { moveClock } from "./move-clock.ts";
import { createTenant, licences } from "./create-tenant.ts";
import { ControlRefusal, Fields } from "./fields.ts";
import { setRole } from "./grant-role.ts";
import { readGuest } from "./read-guest.ts";
import { readConditions } from "./read-conditions.ts";
import { seeReviews } from "./see-reviews.ts";
import { personOf } from "./who.ts";
import type { ClockSeen, PeopleSeen, Refused, TenantSeen } from "./control-api.ts";

/** How tests and the demo make tenants, people, time and conditions. Nothing of it exists in a real tenant. */
export function controlApp(tenants: Tenants, clientId: string): Hono {
  const app = new Hono();
  app.get("/health", (c) => c.json({ ready: true }));
  app.post("/tenants", async (c) =>
    c.json(seen(await createTenant(tenants, clientId, await body(c))), 201),
  );
  app.get("/tenants/:id", (c) => c.json(seen(tenantOf(tenants, c))));
  app.delete("/tenants/:id", (c) => {
    tenants.remove(tenantOf(tenants, c).id);
    return c.body(null, 204);
  });
  people(app, tenants);
  time(app, tenants);
  rules(app, tenants);
  app.onError((cause, c) => {
    if (!(cause instanceof ControlRefusal)) throw cause;
    const refused: Refused = { error: { field: cause.field, message: cause.message } };
    return c.json(refused, cause.status);
  });
  return app;
}

function people(app: Hono, tenants: Tenants): void {
  app.post("/tenants/:id/guests", async (c) => {
    const tenant = tenantOf(tenants, c);
    return c.json(addGuest(tenant, readGuest(await body(c))), 201);
  });
  app.get("/tenants/:id/users", (c) => {
    const { users, deletedUsers } = tenantOf(tenants, c).directory;
    const named = c.req.query("named");
    const hasName = (user: User) => named === undefined || user.displayName === named;
    const seen: PeopleSeen = {
      users: [...users.values()].filter(hasName),
      deleted: [...deletedUsers.values()].filter(hasName),
    };
    return c.json(seen);
  });
  app.patch("/tenants/:id/users/:user", async (c) =>
    c.json(changePerson(tenantOf(tenants, c), c.req.param("user"), await body(c))),
  );
  app.get("/tenants/:id/reviews", (c) => c.json(seeReviews(tenantOf(tenants, c).directory)));
  app.get("/tenants/:id/groups", (c) =>
    c.json([...tenantOf(tenants, c).directory.groups.values()].map(seeGroup)),
  );
  app.post("/tenants/:id/groups", async (c) =>
    c.json(makeGroup(tenantOf(tenants, c), await body(c)), 201),
  );
  app.post("/tenants/:id/crowds", async (c) =>
    c.json(addCrowd(tenantOf(tenants, c), await body(c)), 201),
  );
  app.get("/tenants/:id/effects", (c) => c.json(tenantOf(tenants, c).directory.effects));
  app.get("/tenants/:id/audits", (c) => c.json(tenantOf(tenants, c).directory.audits));
  app.get("/tenants/:id/signins", (c) => c.json(tenantOf(tenants, c).directory.signInLog));
}

function time(app: Hono, tenants: Tenants): void {
  const present = ({ clock }: Tenant): ClockSeen => ({ now: clock.iso() });
  app.get("/tenants/:id/clock", (c) => c.json(present(tenantOf(tenants, c))));
  app.post("/tenants/:id/clock", async (c) => {
    const tenant = tenantOf(tenants, c);
    moveClock(tenant.clock, await body(c));
    return c.json(present(tenant));
  });
}

function rules(app: Hono, tenants: Tenants): void {
  app.get("/tenants/:id/conditions", (c) => c.json(tenantOf(tenants, c).conditions));
  app.put("/tenants/:id/conditions", async (c) => {
    const tenant = tenantOf(tenants, c);
    tenant.conditions = readConditions(tenant.conditions, await body(c));
    return c.json(tenant.conditions);
  });
  app.put("/tenants/:id/licence", async (c) => {
    const tenant = tenantOf(tenants, c);
    const fields = new Fields(await body(c));
    const licence = fields.oneOf("licence", licences);
    fields.end();
    tenant.licence = licence;
    return c.json({ licence });
  });
  app.put("/tenants/:id/consents/:scope", (c) => {
    const tenant = tenantOf(tenants, c);
    const person = c.req.query("person");
    const who = person === undefined ? everybody : personOf(tenant, person, "person").id;
    grantConsent(tenant, who, [scopeOf(c)]);
    return c.body(null, 204);
  });
  app.delete("/tenants/:id/consents/:scope", (c) => {
    withdrawConsent(tenantOf(tenants, c), scopeOf(c));
    return c.body(null, 204);
  });
  app.put("/tenants/:id/roles", async (c) => {
    const tenant = tenantOf(tenants, c);
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

function tenantOf(tenants: Tenants, c: Context): Tenant {
  const id = c.req.param("id") ?? "";
  const tenant = tenants.find(id);
  if (tenant === undefined) throw new ControlRefusal("tenant", `no tenant '${id}'`, 404);
  advanceReviews(tenant.directory);
  return tenant;
}

function scopeOf(c: Context): string {
  const scope = delegatedScopes.get((c.req.param("scope") ?? "").toLowerCase());
  if (scope === undefined) throw new ControlRefusal("scope", "is no delegated scope of Graph");
  return scope.name;
}

/** Accepts JSON only. A browser needs permission to send that across origins, so no foreign page can call this API. */
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

import { Hono } from "hono";
import { authorityApp } from "./authority/app.ts";
import type { Authority } from "./authority/authority.ts";
import { Codes } from "./authority/codes.ts";
import { Keys } from "./authority/keys.ts";
import type { Registration } from "./authority/registration.ts";
import { controlApp } from "./control/app.ts";
import { graphApp } from "./graph/app.ts";
import { recording, type Write } from "./record.ts";
import { defaults } from "./state/defaults.ts";
import type { Tenants } from "./state/tenant.ts";
import { ConnectionCutError } from "./faults/connection.ts";
import { injectFaults } from "./faults/inject-faults.ts";

export interface SimulatorOptions {
  /** Where browsers reach the simulator: issuers begin with it. */
  origin?: string;
  clientId?: string;
  /** Where the product runs. */
  appOrigin?: string;
  /** Is given each exchange with Graph as one line of JSON. */
  record?: Write;
}

/** The whole simulator: sign-in, Graph and the control API over one tenants. */
export function simulator(tenants: Tenants, options: SimulatorOptions = {}): Hono {
  const authority = authorityOf(tenants, options);
  const graph = graphApp(tenants, {
    jwks: () => authority.keys.publicJwks(),
    injectFaults,
  });
  const app = new Hono();
  if (options.record !== undefined) app.use("/v1.0/*", recording(options.record));
  app.route("/v1.0", graph);
  app.route("/control", controlApp(tenants, authority.registration.clientId));
  app.route("/", authorityApp(authority));
  app.notFound((c) => {
    const message = `The simulator has nothing at ${c.req.method} ${c.req.path}.`;
    return c.json({ error: { code: "NotImplemented", message } }, 501);
  });
  app.onError((cause, c) => {
    // A cut line is no answer: where there is no socket to cut, the request itself must fail.
    if (cause instanceof ConnectionCutError) throw cause;
    console.error(cause);
    return c.json({ error: { code: "InternalServerError", message: cause.message } }, 500);
  });
  return app;
}

function authorityOf(tenants: Tenants, options: SimulatorOptions): Authority {
  return {
    tenants,
    origin: options.origin ?? `http://localhost:${defaults.port}`,
    registration: registrationOf(options),
    keys: new Keys(),
    codes: new Codes(),
  };
}

/** The product's registration: the redirect bridge, and the root for after sign-out. */
function registrationOf({ clientId, appOrigin }: SimulatorOptions): Registration {
  const origin = appOrigin ?? defaults.appOrigin;
  return {
    clientId: clientId ?? defaults.clientId,
    displayName: defaults.appName,
    redirectUris: ["/auth/redirect.html", "/auth/redirect", "/"].map((path) => origin + path),
    apiScopes: ["Governance.ReadWrite"],
  };
}

import { noFaults } from "../../faults/conditions.ts";
import { Clock } from "../clock.ts";
import { initialConsents } from "../consent.ts";
import { defaults } from "../defaults.ts";
import { Directory } from "../directory.ts";
import type { Licence, Tenant } from "../tenant.ts";
import { registerApps } from "./apps.ts";
import { writeAuditTrail } from "./audit-trail.ts";
import { drawColleagues } from "./colleagues.ts";
import { drawGroups, nest } from "./groups.ts";
import { welcomeGuests } from "./guest-list.ts";
import { drawPartners } from "./partners.ts";
import { castPersonas } from "./personas.ts";
import { registerProduct } from "./product.ts";
import { Random } from "./random.ts";
import { activateRoles } from "./role-holders.ts";
import { writeSignInHistory } from "./sign-in-history.ts";
import type { Taken } from "./unused.ts";

export interface Recipe {
  /** The default tenant's when absent. */
  id?: string;
  displayName?: string;
  /** The application id of the product's registration; the default one when absent. */
  clientId?: string;
  /** Live objects of userType Guest, the persona Gil Marchetti included: he is there even when none are asked for. */
  guests: number;
  seed: number;
  /** The tenant's present. All other times are relative to it. */
  now?: number;
  licence?: Licence;
}

/** A believable organization. The same recipe with the same `now` gives the same one, to the last identifier. */
export function seedTenant(recipe: Recipe): Tenant {
  const id = recipe.id ?? defaults.tenantId;
  const displayName = recipe.displayName ?? defaults.tenantName;
  const domain = domainOf(id, displayName);
  const clock = new Clock();
  const now = recipe.now ?? clock.now();
  if (recipe.now !== undefined) clock.set(now);
  const directory = new Directory(clock);
  const chance = (part: string) => new Random(`${recipe.seed}/${id}/${part}`);

  const roles = activateRoles(chance("roles"), directory);
  const cameos = castPersonas(chance("personas"), domain, now);
  for (const { user, roles: held } of cameos) {
    directory.users.set(user.id, user);
    for (const role of held) roles.get(role)?.memberIds.add(user.id);
  }
  const taken: Taken = new Map();
  for (const { persona } of cameos) taken.set(persona.username.split("@")[0] ?? "", 1);
  const colleagues = drawColleagues(chance("colleagues"), recipe.guests, { domain, now, taken });
  for (const user of [...colleagues.breakGlass, ...colleagues.left, ...colleagues.active]) {
    directory.users.set(user.id, user);
  }
  for (const user of colleagues.deleted) directory.deletedUsers.set(user.id, user);
  for (const { id: userId } of colleagues.breakGlass) {
    roles.get("globalAdministrator")?.memberIds.add(userId);
  }
  registerApps(chance("apps"), directory, colleagues.active);
  const around = { domain, now, colleagues: colleagues.active };
  const drafts = drawGroups(chance("groups"), recipe.guests, around);
  for (const { group } of drafts) directory.groups.set(group.id, group);
  nest(drafts);
  const partners = drawPartners(chance("partners"), Math.max(0, recipe.guests - 1));
  const setting = { domain, now, taken, colleagues };
  welcomeGuests(chance("guests"), { directory, partners, setting, drafts, roles });
  writeAuditTrail(chance("audits"), directory, colleagues.active, now);
  writeSignInHistory(chance("sign-ins"), directory, { tenantId: id, partners, now });

  registerProduct(chance("product"), directory, recipe.clientId ?? defaults.clientId);

  return {
    id,
    displayName,
    defaultDomain: domain,
    clock,
    licence: recipe.licence ?? "P2",
    directory,
    personas: cameos.map(({ persona }) => persona),
    consents: initialConsents("reviewing"),
    conditions: noFaults(),
  };
}

/** Each organization has a domain of its own, so that no two people anywhere share a username. */
function domainOf(id: string, displayName: string): string {
  if (id === defaults.tenantId) return defaults.domain;
  const name = displayName.toLowerCase().replace(/[^a-z0-9]/g, "");
  return `${name}-${id.slice(0, 8)}.example`;
}

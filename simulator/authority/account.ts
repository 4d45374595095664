import { createHash } from "node:crypto";
import type { User } from "../state/entities.ts";
import type { Persona } from "../state/persona.ts";
import type { Tenant } from "../state/tenant.ts";

/** A persona together with the directory object of the same person. */
export interface Account {
  persona: Persona;
  user: User;
}

/** Everybody who can be chosen on the sign-in page: personas whose object is still in the directory. */
export function accountsOf(tenant: Tenant): Account[] {
  return tenant.personas.flatMap((persona) => {
    const user = tenant.directory.users.get(persona.userId);
    return user === undefined ? [] : [{ persona, user }];
  });
}

export function accountById(tenant: Tenant, userId: string): Account | undefined {
  return accountsOf(tenant).find((account) => account.persona.userId === userId);
}

/** The opaque `login_hint` claim of the id token, which comes back as login_hint and logout_hint. */
export function opaqueHint(tenant: Tenant, userId: string): string {
  return `O.${Buffer.from(`${tenant.id}/${userId}`).toString("base64url")}`;
}

/** Whom a login_hint or logout_hint means: a username, or the opaque claim. */
export function accountByHint(tenant: Tenant, hint: string): Account | undefined {
  return accountsOf(tenant).find(
    ({ persona }) =>
      persona.username.toLowerCase() === hint.toLowerCase() ||
      opaqueHint(tenant, persona.userId) === hint,
  );
}

/** Where an account lives: for a guest another tenant than this one, and another object id there. */
export function homeOf(tenant: Tenant, user: User): { tenantId: string; objectId: string } {
  const isExternal = user.userPrincipalName.includes("#EXT#") || user.userType === "Guest";
  if (!isExternal) return { tenantId: tenant.id, objectId: user.id };
  const mail = user.mail ?? user.userPrincipalName;
  const domain = mail.slice(mail.lastIndexOf("@") + 1);
  return { tenantId: derivedId(`tenant ${domain}`), objectId: derivedId(`object ${mail}`) };
}

/** A GUID derived from a text: the same text gives the same GUID. */
export function derivedId(words: string): string {
  const hex = createHash("sha256").update(words).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}

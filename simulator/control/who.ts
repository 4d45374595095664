import type { User } from "../state/entities.ts";
import type { Tenant } from "../state/tenant.ts";
import { ControlRefusal } from "./fields.ts";

/** The live person of this id, user principal name or persona's username. */
export function personOf(tenant: Tenant, word: string, field: string): User {
  const { users } = tenant.directory;
  const byId = users.get(word);
  if (byId !== undefined) return byId;
  const name = word.toLowerCase();
  const persona = tenant.personas.find(({ username }) => username.toLowerCase() === name);
  if (persona !== undefined) return personOf(tenant, persona.userId, field);
  for (const user of users.values()) {
    if (user.userPrincipalName.toLowerCase() === name) return user;
  }
  throw new ControlRefusal(field, `nobody here is called '${word}'`);
}

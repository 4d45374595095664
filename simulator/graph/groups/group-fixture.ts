import type { Group } from "../../state/entities.ts";
import { newGroup } from "../../state/new-group.ts";
import { TestTenant } from "../test-tenant.ts";

/** How a body refers to an object. */
export const urlOf = ({ id }: { id: string }) =>
  `https://graph.microsoft.com/v1.0/directoryObjects/${id}`;

/** An organization with one empty group and 21 guests, one more than can be bound at once. */
export function withGroup(overrides: Partial<Group> = {}) {
  const fixture = new TestTenant();
  const { directory } = fixture.tenant;
  const group = newGroup({ displayName: "Partners", ...overrides });
  directory.groups.set(group.id, group);
  const guests = Array.from({ length: 21 }, (_, index) =>
    fixture.guest({ displayName: `G${index}` }),
  );
  return { fixture, directory, group, guests, at: `/groups/${group.id}` };
}

/** Status and words of a refusal. */
export async function refused(response: Promise<Response>): Promise<[number, string]> {
  const settled = await response;
  const { error } = (await settled.json()) as { error: { message: string } };
  return [settled.status, error.message];
}

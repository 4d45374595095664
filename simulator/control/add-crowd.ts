import type { User } from "../state/entities.ts";
import { newGuest } from "../state/new-user.ts";
import type { Tenant } from "../state/tenant.ts";
import { Fields } from "./fields.ts";
import { signInsFrom } from "./last-seen.ts";
import { groupNamed } from "./make-group.ts";
import { groupKinds } from "./read-guest.ts";
import { personOf } from "./who.ts";
import type { CrowdSeen, GroupKind } from "./control-api.ts";

const MOST_GUESTS = 100_000;

interface CrowdRead {
  name: string;
  groups: number;
  guestsEach: number;
  kind: GroupKind;
  ownerIds: readonly string[];
  lastSeen: readonly string[];
}

/** Makes many groups full of guests at once: see `CrowdRequest`. */
export function addCrowd(tenant: Tenant, body: unknown): CrowdSeen {
  const request = readCrowd(tenant, body);
  const { directory } = tenant;
  const groups = Array.from({ length: request.groups }, (_, index) => {
    const name = request.groups === 1 ? request.name : `${request.name} ${index + 1}`;
    const group = groupNamed(tenant, { name, kind: request.kind });
    const ownerId = request.ownerIds[index % request.ownerIds.length];
    if (ownerId !== undefined) group.ownerIds.add(ownerId);
    for (let place = 1; place <= request.guestsEach; place += 1) {
      const guest = draw(tenant, request, name, place);
      directory.users.set(guest.id, guest);
      directory.noteChange(guest.id, "changed");
      directory.addMember(group, guest.id);
    }
    return { id: group.id, displayName: group.displayName };
  });
  return { groups, guests: request.groups * request.guestsEach };
}

/** The guests of a group all come from one partner, another one for each group. */
function draw(tenant: Tenant, { lastSeen }: CrowdRead, group: string, place: number): User {
  const now = tenant.clock.now();
  const words = lastSeen[(place - 1) % lastSeen.length] ?? "never";
  const partner = group.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  return newGuest(
    {
      displayName: `${group} guest ${place}`,
      mail: `guest.${place}@${partner}.example`,
      signIns: signInsFrom(words, now),
    },
    { domain: tenant.defaultDomain, now },
  );
}

function readCrowd(tenant: Tenant, body: unknown): CrowdRead {
  const fields = new Fields(body);
  const name = fields.text("name");
  const groups = fields.maybe("groups", () => fields.whole("groups", 1, 4_000)) ?? 1;
  const guestsEach = fields.whole("guestsEach", 0, MOST_GUESTS);
  const kind = fields.maybe("kind", () => fields.oneOf("kind", groupKinds)) ?? "microsoft-365";
  const owners = fields.maybe("owners", () => fields.texts("owners")) ?? [];
  const lastSeen = fields.maybe("lastSeen", () => fields.texts("lastSeen")) ?? ["never"];
  fields.end();
  if (groups * guestsEach > MOST_GUESTS) {
    throw fields.refuse("guestsEach", `makes more than ${MOST_GUESTS} guests in all`);
  }
  const ownerIds = owners.map((who) => personOf(tenant, who, "owners").id);
  for (const words of lastSeen) signInsFrom(words, tenant.clock.now());
  return { name, groups, guestsEach, kind, ownerIds, lastSeen };
}

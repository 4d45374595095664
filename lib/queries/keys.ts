import type { Services } from "@/lib/services/services";

type Me = Pick<Services["me"], "homeAccountId" | "tenantId">;

/** The query keys. Each begins with the account, so that accounts never share data. */
export const keys = {
  all: (me: Me) => [me.tenantId, me.homeAccountId] as const,
  policy: (me: Me) => [...keys.all(me), "policy"] as const,
  reviewTemplates: (me: Me) => [...keys.all(me), "review-templates"] as const,
  histories: (me: Me) => [...keys.all(me), "history"] as const,
  history: (me: Me, filter: object) => [...keys.histories(me), filter] as const,
  integrity: (me: Me) => [...keys.all(me), "integrity"] as const,
  unresolved: (me: Me) => [...keys.all(me), "unresolved"] as const,
  deletedGuests: (me: Me) => [...keys.all(me), "deleted-guests"] as const,
  guest: (me: Me, guestId: string) => [...keys.all(me), "guest", guestId] as const,
  footprint: (me: Me, guestId: string) => [...keys.guest(me, guestId), "footprint"] as const,
  inviter: (me: Me, guestId: string) => [...keys.guest(me, guestId), "inviter"] as const,
  inviters: (me: Me) => [...keys.all(me), "inviters"] as const,
  myRoles: (me: Me) => [...keys.all(me), "my-roles"] as const,
  reviews: (me: Me) => [...keys.all(me), "reviews"] as const,
  review: (me: Me, id: string) => [...keys.reviews(me), id] as const,
  instances: (me: Me, reviewId: string) => [...keys.review(me, reviewId), "instances"] as const,
  instancesOfMany: (me: Me, ids: readonly string[]) =>
    [...keys.reviews(me), "instances", ids] as const,
  instance: (me: Me, reviewId: string, id: string) =>
    [...keys.instances(me, reviewId), id] as const,
  myReviews: (me: Me) => [...keys.all(me), "my-reviews"] as const,
  groups: (me: Me) => [...keys.all(me), "groups"] as const,
  names: (me: Me) => [...keys.all(me), "names"] as const,
};

import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { coverageOf } from "@/lib/domain/reviews/coverage";
import { useServices } from "@/lib/services/services";
import { groupsWithGuestsQuery } from "./groups";
import { reviewsQuery } from "./reviews";

/**
 * How many of these guests a running review includes at least, by what this tab has read already for the coverage map;
 * null where it has not. Reads nothing, so it asks for no permission.
 */
export function useGuestsUnderReview(guestIds: readonly string[]): number | null {
  const services = useServices();
  const client = useQueryClient();
  return useMemo(() => {
    const reviews = client.getQueryData(reviewsQuery(services).queryKey);
    const groups = client.getQueryData(
      groupsWithGuestsQuery(services, { groupIds: "all" }).queryKey,
    );
    if (reviews === undefined || groups === undefined) return null;
    const guests = guestIds.map((id) => ({ id, partner: "" }));
    const { byGuest } = coverageOf({ guests, reviews, groups: groups.groups });
    return [...byGuest.values()].filter(({ state }) => state !== "none").length;
  }, [client, services, guestIds]);
}

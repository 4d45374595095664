import type { SimulatedTenant } from "../../simulator/control/simulated-tenant.ts";
import { NewReview } from "./new-review.ts";
import type { Reader } from "./reader.ts";

/** A quarterly review of one group with a guest, up to the reason for it. */
export async function readyToCreate(reader: Reader, tenant: SimulatedTenant): Promise<NewReview> {
  const ada = await tenant.addGuest({ name: "Ada of Partner", lastSeen: "200 days ago" });
  const owners = [tenant.persona("Uma Lindqvist").username];
  await tenant.addGroup({ name: "Quay", kind: "team", owners, members: [ada.id] });
  const review = new NewReview(reader);
  await reader.signIn("Grace Okafor", "/reviews/new?template=quarterly-deny");
  await review.ask("Agreed for every quarter");
  return review;
}

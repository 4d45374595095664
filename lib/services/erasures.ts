import type { ErasureAnswer, ErasurePreview, ErasureRequest } from "@/lib/contract/erasures";
import type { CallApi } from "./api";

const contract = () => import("@/lib/contract/erasures");

/** What would go if this person were erased. */
export function previewErasure(api: CallApi, personId: string): Promise<ErasurePreview> {
  const query = new URLSearchParams({ person: personId });
  return api(`/api/erasures?${query}`, async () => (await contract()).erasurePreview);
}

/** Takes a person's names, mails and texts away, and records that. */
export function erasePerson(api: CallApi, request: ErasureRequest): Promise<ErasureAnswer> {
  return api("/api/erasures", async () => (await contract()).erasureAnswer, {
    ...{ method: "POST", body: request },
  });
}

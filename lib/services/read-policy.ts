import type { PolicyAnswer } from "@/lib/contract/policy";
import type { CallApi } from "./api";

/** The tenant's policy, and who set it when and why. */
export function readPolicy(api: CallApi, signal?: AbortSignal): Promise<PolicyAnswer> {
  const schema = async () => (await import("@/lib/contract/policy")).policyAnswer;
  return api<PolicyAnswer>("/api/policy", schema, { ...(signal && { signal }) });
}

import "@/lib/contract/jitless";
import { z } from "zod";

const TIMEOUT_MS = 2_000;
const clockSeen = z.object({ now: z.iso.datetime() });

/** What time it is in a tenant of the simulator, whose clock tests and demonstrations move; null when it does not say. */
export async function simulatedNow(simulator: string, tenantId: string): Promise<Date | null> {
  try {
    const response = await fetch(`${simulator}/control/tenants/${tenantId}/clock`, {
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    const seen = clockSeen.safeParse(await response.json());
    return response.ok && seen.success ? new Date(seen.data.now) : null;
  } catch (error) {
    console.error("The simulator did not say what time it is.", error);
    return null;
  }
}

import { databaseAnswers } from "@/lib/ledger/database";

/** Evaluated for each request: a prerendered page would always be healthy. */
export const dynamic = "force-dynamic";

/** Whether this server can do its work: its database answers. 503 otherwise, for a load balancer to send nobody here. */
export async function GET(): Promise<Response> {
  const isReady = await databaseAnswers();
  return Response.json(
    { status: isReady ? "ok" : "no-database" },
    { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store" } },
  );
}

/** Evaluated for each request: a prerendered page would always be live. */
export const dynamic = "force-dynamic";

/** Whether the process answers at all: restarting it would not bring a database back, so that is not asked here. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

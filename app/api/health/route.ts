/** Evaluated for each request: a prerendered page would always be healthy. */
export const dynamic = "force-dynamic";

/** Says that the program is up; it takes requests only after its settings were checked and its database opened. */
export function GET(): Response {
  return Response.json({ status: "ok" }, { headers: { "Cache-Control": "no-store" } });
}

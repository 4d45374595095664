/** Next calls this once, before the first request. */
export async function register(): Promise<void> {
  // Kept apart: Next also compiles this file for its edge runtime, which knows no signals.
  if (process.env.NEXT_RUNTIME === "nodejs") await (await import("./instrumentation-node")).start();
}

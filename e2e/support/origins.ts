/** Where the tests find what `scripts/e2e.mjs` has started. */
function origin(variable: string): string {
  const value = process.env[variable];
  if (value === undefined) throw new Error(`${variable} is not set: run \`npm run test:e2e\``);
  return value;
}

export const APP = origin("GUESTLIST_E2E_APP");
export const SIMULATOR = origin("GUESTLIST_E2E_SIMULATOR");

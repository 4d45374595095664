/** Where the tests run what they test; GUESTLIST_E2E_PORT moves both, for two runs side by side. */
const base = Number(process.env.GUESTLIST_E2E_PORT ?? "3210");

export const APP_PORT = String(base);
export const SIMULATOR_PORT = String(base + 1_000);
export const APP = `http://localhost:${APP_PORT}`;
export const SIMULATOR = `http://localhost:${SIMULATOR_PORT}`;

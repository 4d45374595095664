import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { openServer } from "./server-database";
import { freshLedger } from "./testing/fresh-database";

let ledger: Awaited<ReturnType<typeof freshLedger>>;

beforeAll(async () => {
  ledger = await freshLedger();
});

afterAll(() => ledger.drop());

it("A connection that is cut before anybody has asked it anything is told of, and ends nothing else", async () => {
  const logged = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const { pool, close } = await openServer(ledger.url);
  const client = await pool.connect();
  expect(() => client.emit("error", new Error("terminating connection"))).not.toThrow();
  expect(logged).toHaveBeenCalledWith("A connection to the database was lost.", expect.any(Error));
  client.release(true);
  logged.mockRestore();
  await close();
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import type { CheckpointSettings } from "@/lib/config/settings";
import { append } from "@/lib/ledger/append";
import { openDatabase, type Database } from "@/lib/ledger/database";
import { freshDatabase, type FreshDatabase } from "./fresh-database";
import { planned, somebody } from "./requests";

/** A database for all tests of a file, opened under settings of their own, and a folder for checkpoints. */
export function signingLedger() {
  let fresh: FreshDatabase | undefined;
  let folder = "";
  const opened: Database[] = [];
  beforeAll(async () => {
    fresh = await freshDatabase();
    folder = mkdtempSync(join(tmpdir(), "guestlist-checkpoints-"));
  });
  afterAll(async () => {
    for (const { close } of opened) await close();
    await fresh?.drop();
    rmSync(folder, { recursive: true });
  });
  const url = () => fresh?.url ?? "";
  const open = async (settings: CheckpointSettings | null): Promise<Database> => {
    const database = await openDatabase({ kind: "server", url: url() }, settings);
    opened.push(database);
    return database;
  };
  return { url, folder: () => folder, open };
}

/** A tenant with `count` recorded operations. */
export async function recorded(database: Database, count: number, caller = somebody()) {
  for (let left = count; left > 0; left -= 500) {
    const entries = Array.from({ length: Math.min(left, 500) }, () => planned("keep"));
    await append({ entries, cards: [] }, caller, database);
  }
  return { caller, tenant: caller.tenantId };
}

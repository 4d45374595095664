import { expect, it } from "vitest";
import { append } from "@/lib/ledger/append";
import { readChain } from "@/lib/ledger/testing/read-chain";
import { planned } from "@/lib/ledger/testing/requests";
import { signingSettings } from "@/lib/ledger/testing/signing";
import { recorded, signingLedger } from "@/lib/ledger/testing/signing-ledger";
import { knownKeys } from "./known-keys";
import { checkProof, proveEntry } from "./proofs";
import { takeCheckpoint } from "./take-checkpoint";

const { open } = signingLedger();

it("One entry is proven to an outsider, who learns nothing of the others", async () => {
  const settings = signingSettings();
  const database = await open(settings);
  const { tenant, caller } = await recorded(database, 300);
  const own = planned("block", { reason: "The one to prove" });
  await append({ entries: [own], cards: [] }, caller, database);
  await recorded(database, 30, caller);
  const unsigned = proveEntry(database, tenant, own.id);
  await expect(unsigned).rejects.toThrow("No checkpoint covers this entry yet.");
  await takeCheckpoint(database, tenant);
  const proof = await proveEntry(database, tenant, own.id);
  const keys = knownKeys(settings);
  expect(checkProof(proof, keys)).toMatchObject({
    entry: { id: own.id, seq: 301, tenant, body: { operation: { reason: "The one to prove" } } },
    checkpoint: { size: 331 },
  });
  for (const { id, hash } of await readChain(database, tenant)) {
    if (id === own.id) continue;
    expect(proof).not.toContain(id);
    // Its neighbour's leaf is hashed; its own hash, which is in no proof, would be its name.
    expect(proof).not.toContain(Buffer.from(hash, "hex").toString("base64"));
  }
  expect(checkProof(proof, knownKeys(signingSettings()))).toBeNull();
  const altered = proof.replace(/^extra (\S+)$/m, (_, extra: string) => {
    const said = Buffer.from(extra, "base64").toString().replace("The one", "Another");
    return `extra ${Buffer.from(said).toString("base64")}`;
  });
  expect(checkProof(altered, keys)).toBeNull();
  expect(checkProof(proof.replace("index 300", "index 299"), keys)).toBeNull();
  for (let at = 0; at < proof.length; at += 7) {
    const other = proof[at] === "A" ? "B" : "A";
    const edited = proof.slice(0, at) + other + proof.slice(at + 1);
    expect(checkProof(edited, keys), `character ${at}`).toBeNull();
  }
  await expect(proveEntry(database, tenant, crypto.randomUUID())).rejects.toMatchObject({
    ...{ kind: "invalid", field: "entry" },
  });
  await expect(proveEntry(await open(null), tenant, own.id)).resolves.toBe(proof);
  await recorded(database, 1, caller);
  const last = (await readChain(database, tenant)).at(-1)?.id ?? "";
  await expect(proveEntry(await open(null), tenant, last)).rejects.toMatchObject({
    kind: "conflict",
  });
});

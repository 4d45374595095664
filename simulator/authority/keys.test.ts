import { createLocalJWKSet, jwtVerify } from "jose";
import { expect, test } from "vitest";
import { Keys } from "./keys.ts";

test("What one process signed, another one verifies", async () => {
  const token = await new Keys().sign({ sub: "somebody" });
  const published = createLocalJWKSet(new Keys().publicJwks());
  const { payload, protectedHeader } = await jwtVerify(token, published);
  expect(payload).toEqual({ sub: "somebody" });
  expect(protectedHeader).toMatchObject({ alg: "RS256", typ: "JWT" });
});

test("Only the public half is published", () => {
  const [key] = new Keys().publicJwks().keys;
  expect(Object.keys(key ?? {}).sort()).toEqual(["alg", "e", "kid", "kty", "n", "use"]);
});

test("A token serves the purpose it was signed for and no other", async () => {
  const keys = new Keys();
  const session = await keys.sign({ tid: "a tenant" }, "session");
  expect(await keys.read(session, "session")).toEqual({ tid: "a tenant" });
  expect(await keys.read(session, "refresh")).toBeUndefined();
  expect(await keys.read("nonsense", "session")).toBeUndefined();
});

import { describe, expect, test } from "vitest";
import { BRIDGE_POLICY, pagePolicy, workerPolicy } from "./content-security-policy";

const real = {
  graphOrigin: "https://graph.microsoft.com",
  authorityOrigin: "https://login.microsoftonline.com",
};
const simulated = {
  graphOrigin: "http://localhost:4010",
  authorityOrigin: "http://localhost:4010",
};

describe("the content security policy", () => {
  test("of a page in production is exactly this", () => {
    expect(pagePolicy("abc", real, false)).toBe(
      "default-src 'none'; script-src 'self' 'nonce-abc' 'strict-dynamic'; " +
        "style-src 'self' 'nonce-abc'; img-src 'self' data:; font-src 'self'; " +
        "connect-src 'self' https://graph.microsoft.com https://login.microsoftonline.com; " +
        "worker-src 'self'; frame-src 'self' https://login.microsoftonline.com; " +
        "manifest-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; " +
        "frame-ancestors 'self'",
    );
  });

  test("names the simulator once where it is both Graph and authority", () => {
    expect(pagePolicy("abc", simulated, false)).toContain(
      "connect-src 'self' http://localhost:4010;",
    );
  });

  test.each([
    ["page", pagePolicy("abc", real, false)],
    ["worker", workerPolicy(real, false)],
    ["bridge", BRIDGE_POLICY],
  ])("of a %s allows nothing unsafe in production", (_, policy) => {
    expect(policy).not.toMatch(/unsafe-|\*|https?:(?!\/\/)/);
  });

  test("lets the dev server evaluate and style, and gives styles no nonce that would forbid it", () => {
    const policy = pagePolicy("abc", real, true);
    expect(policy).toContain("'strict-dynamic' 'unsafe-eval';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline';");
  });

  test("of a worker lets it reach Graph and nobody else", () => {
    expect(workerPolicy(simulated, false)).toBe(
      "default-src 'none'; script-src 'self'; connect-src 'self' http://localhost:4010",
    );
  });
});

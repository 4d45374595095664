import { AuthError, ServerError } from "@azure/msal-browser";
import { expect, test } from "vitest";
import { identityErrorFrom } from "./identity-error-from";

const server = (code: string, message: string) => new ServerError(code, "correlation", message);

test.each([
  ["a declined consent", server("access_denied", "AADSTS65004: User declined"), "declined"],
  [
    "a person without assignment",
    server("invalid_grant", "AADSTS50105: not assigned"),
    "not-assigned",
  ],
  ["a wrong redirect address", server("invalid_request", "AADSTS50011: mismatch"), "misconfigured"],
  ["MSAL's memory of a throttled answer", server("90033", "A transient error"), "throttled"],
  ["something nobody has a word for", server("odd", "odd"), "failed"],
])("%s is told apart", (_, error, kind) => {
  expect(identityErrorFrom(error).kind).toBe(kind);
});

test("no answer from the authority is unreachable", () => {
  const error = new AuthError("post_request_failed", "correlation", "Network request failed");
  expect(identityErrorFrom(error).kind).toBe("unreachable");
});

test("the code that people can look up is kept", () => {
  expect(identityErrorFrom(server("invalid_grant", "AADSTS50105: no")).code).toBe("AADSTS50105");
  expect(identityErrorFrom(new TypeError("boom")).code).toBe("unexpected");
});

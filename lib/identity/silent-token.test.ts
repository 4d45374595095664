import {
  type AccountInfo,
  BrowserAuthError,
  InteractionRequiredAuthError,
  ServerError,
  type SilentRequest,
} from "@azure/msal-browser";
import { expect, test } from "vitest";
import { IdentityError } from "./identity-error";
import { SignInNeeded } from "./sign-in-needed";
import { silentToken } from "./silent-token";

const account = { homeAccountId: "a.b" } as AccountInfo;
const scopes = ["https://graph.microsoft.com/User.Read.All"];

const refusing = (error: Error) => ({ acquireTokenSilent: () => Promise.reject(error) });

async function thrownBy(error: Error, claims?: string): Promise<unknown> {
  return silentToken(refusing(error), account, scopes, claims).then(
    () => "a token",
    (thrown: unknown) => thrown,
  );
}

test("A missing consent asks for the person, with the claims that the authority wants", async () => {
  const error = new InteractionRequiredAuthError(
    "interaction_required",
    "c",
    "",
    "",
    "",
    "",
    '{"a":1}',
  );
  const thrown = await thrownBy(error);
  expect(thrown).toBeInstanceOf(SignInNeeded);
  expect(thrown).toMatchObject({ scopes, claims: '{"a":1}' });
});

test("A missing consent keeps the claims that Graph had asked for", async () => {
  const error = new InteractionRequiredAuthError("consent_required", "c");
  expect(await thrownBy(error, '{"g":1}')).toMatchObject({ claims: '{"g":1}' });
});

test("A session that has ended is told from a missing consent", async () => {
  const ended = new InteractionRequiredAuthError("login_required", "c");
  expect(await thrownBy(ended)).toMatchObject({ name: "SignInNeeded", sessionEnded: true });
  const consent = new InteractionRequiredAuthError("consent_required", "c");
  expect(await thrownBy(consent)).toMatchObject({ name: "SignInNeeded", sessionEnded: false });
});

test("A hidden frame that timed out asks for the person too", async () => {
  expect(await thrownBy(new BrowserAuthError("timed_out", "c"))).toBeInstanceOf(SignInNeeded);
});

test("A failing authority is an error, and not a reason to send the person away", async () => {
  const thrown = await thrownBy(new ServerError("90033", "c", "busy"));
  expect(thrown).toBeInstanceOf(IdentityError);
  expect(thrown).toMatchObject({ kind: "throttled" });
});

test("Claims are passed on, and left out where there are none", async () => {
  const requests: SilentRequest[] = [];
  const granting = {
    acquireTokenSilent: (request: SilentRequest) => {
      requests.push(request);
      return Promise.resolve({ accessToken: "t" } as never);
    },
  };
  expect(await silentToken(granting, account, scopes, '{"g":1}')).toBe("t");
  await silentToken(granting, account, scopes);
  expect(requests[0]).toHaveProperty("claims", '{"g":1}');
  expect(requests[1]).not.toHaveProperty("claims");
});

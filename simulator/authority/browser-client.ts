import { createHash } from "node:crypto";
import { defaults } from "../state/defaults.ts";

/** A PKCE verifier that satisfies the specification's length. */
export const verifier = "a-verifier-of-more-than-forty-three-characters-length";

/** The authority, in the same process or over the network. */
export interface AuthorityUnderTest {
  /** Where its pages are; http://localhost in process. */
  readonly origin?: string;
  request: (path: string, init?: RequestInit) => Response | Promise<Response>;
}

/** The tenant to sign in to, and its personas. */
export interface ClientTenant {
  readonly id: string;
  readonly personas: readonly { readonly name: string; readonly userId: string }[];
}

/** A single-page application without a browser: keeps cookies, answers pages, redeems codes. For tests. */
export class BrowserClient {
  readonly #cookies = new Map<string, string>();

  constructor(
    private readonly app: AuthorityUnderTest,
    readonly tenant: ClientTenant,
    private readonly appOrigin: string = defaults.appOrigin,
  ) {}

  /** Requests a code. `overrides` replace the usual parameters; null leaves one out. */
  authorize(overrides: Record<string, string | null> = {}): Promise<Response> {
    const parameters = new URLSearchParams();
    const ordinary: Record<string, string | null> = {
      client_id: defaults.clientId,
      redirect_uri: `${this.appOrigin}/auth/redirect.html`,
      response_type: "code",
      response_mode: "fragment",
      scope: "User.Read openid profile offline_access",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
      state: "st&te",
      nonce: "a-nonce",
      client_info: "1",
    };
    for (const [name, value] of Object.entries({ ...ordinary, ...overrides })) {
      if (value !== null) parameters.set(name, value);
    }
    return this.get(`/${this.tenant.id}/oauth2/v2.0/authorize?${parameters}`);
  }

  /** Picks a persona on the sign-in page and goes on to whatever follows. */
  async pick(name: string, page: Response): Promise<Response> {
    const persona = this.tenant.personas.find((each) => each.name === name);
    return this.submit("login", page, { account: persona?.userId ?? name });
  }

  /** Presses a button of the page's form, with the form's own hidden fields. */
  async submit(
    path: "login" | "consent",
    page: Response,
    pressed: Record<string, string>,
  ): Promise<Response> {
    const fields = { ...hiddenFields(await page.text()), ...pressed };
    return this.#send(`/${this.tenant.id}/${path}`, {
      method: "POST",
      body: new URLSearchParams(fields),
      headers: { origin: this.app.origin ?? "http://localhost" },
    });
  }

  /** Signs in from the start and returns the code. */
  async signIn(name: string, overrides: Record<string, string | null> = {}): Promise<string> {
    return codeIn(await this.pick(name, await this.authorize(overrides)));
  }

  /** Calls the token endpoint as the application's page does. */
  async token(
    overrides: Record<string, string | null>,
  ): Promise<{ status: number; body: TokenAnswer }> {
    const form = new URLSearchParams();
    const ordinary: Record<string, string | null> = { client_id: defaults.clientId };
    for (const [name, value] of Object.entries({ ...ordinary, ...overrides })) {
      if (value !== null) form.set(name, value);
    }
    const response = await this.app.request(`/${this.tenant.id}/oauth2/v2.0/token`, {
      method: "POST",
      body: form,
      headers: { origin: this.appOrigin },
    });
    return { status: response.status, body: (await response.json()) as TokenAnswer };
  }

  redeem(code: string, overrides: Record<string, string | null> = {}) {
    return this.token({
      grant_type: "authorization_code",
      code,
      code_verifier: verifier,
      redirect_uri: `${this.appOrigin}/auth/redirect.html`,
      scope: "User.Read openid profile offline_access",
      ...overrides,
    });
  }

  refresh(refreshToken: string, scope: string, overrides: Record<string, string> = {}) {
    const all = `${scope} openid profile offline_access`;
    return this.token({
      grant_type: "refresh_token",
      refresh_token: refreshToken,
      scope: all,
      ...overrides,
    });
  }

  /** The cookies that a browser would hold by now. */
  cookies(): readonly { readonly path: string; readonly name: string; readonly value: string }[] {
    return [...this.#cookies].map(([path, cookie]) => {
      const [name = "", ...value] = cookie.split("=");
      return { path, name, value: value.join("=") };
    });
  }

  get(path: string): Promise<Response> {
    return this.#send(path, {});
  }

  /** Follows redirects within the authority, as a browser does; those to the application are the answer. */
  async #send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    headers.set("cookie", this.#cookiesFor(path));
    const response = await this.app.request(path, { ...init, headers });
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    const to = response.headers.get("location");
    return to?.startsWith("/") === true ? this.#send(to, {}) : response;
  }

  #keep(cookie: string): void {
    const path = /; Path=([^;]+)/.exec(cookie)?.[1] ?? "/";
    this.#cookies.set(path, cookie.split(";")[0] ?? "");
  }

  #cookiesFor(path: string): string {
    const sent = [...this.#cookies].filter(([scope]) => path.startsWith(`${scope}/`));
    return sent.map(([, cookie]) => cookie).join("; ");
  }
}

export interface TokenAnswer {
  access_token: string;
  id_token: string;
  refresh_token: string;
  refresh_token_expires_in: number;
  expires_in: number;
  scope: string;
  client_info: string;
  error: string;
  error_codes: number[];
  error_description: string;
  suberror?: string;
}

/** What the application reads from the fragment it is redirected to. */
export function fragmentOf(response: Response): URLSearchParams {
  const location = response.headers.get("location");
  if (location === null) throw new Error(`not a redirect: ${response.status}`);
  return new URLSearchParams(new URL(location).hash.slice(1));
}

export function codeIn(response: Response): string {
  const answer = fragmentOf(response);
  const code = answer.get("code");
  if (code === null) throw new Error(`no code: ${answer.toString()}`);
  return code;
}

function hiddenFields(html: string): Record<string, string> {
  const found = html.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...found].map(([, name = "", value = ""]) => [name, value.replaceAll("&amp;", "&")]),
  );
}

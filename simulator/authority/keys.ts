import { createHash } from "node:crypto";
import { compactVerify, importJWK, SignJWT, type JWK, type JWTPayload } from "jose";
import { developmentKey } from "./development-key.ts";

type Purpose = "JWT" | "refresh" | "session";

/** The authority's one signing key: the same in every process and after every restart. */
export class Keys {
  readonly #private = importJWK({ ...developmentKey }, "RS256");
  readonly #public: JWK;
  readonly #publicKey: ReturnType<typeof importJWK>;

  constructor() {
    const { kty, n, e } = developmentKey;
    const kid = createHash("sha256").update(n).digest("base64url").slice(0, 27);
    this.#public = { kty, n, e, kid, use: "sig", alg: "RS256" };
    this.#publicKey = importJWK(this.#public, "RS256");
  }

  /** What `/{tenant}/discovery/v2.0/keys` publishes. */
  publicJwks(): { keys: JWK[] } {
    return { keys: [this.#public] };
  }

  /** Signs exactly these claims: times too are the caller's, since each tenant has its own clock. */
  async sign(claims: JWTPayload, purpose: Purpose = "JWT"): Promise<string> {
    const header = { alg: "RS256", typ: purpose, kid: this.#public.kid ?? "" };
    return new SignJWT(claims).setProtectedHeader(header).sign(await this.#private);
  }

  /** The claims of a token that this authority signed for that purpose, or undefined. Times are not checked. */
  async read(token: string, purpose: Purpose): Promise<JWTPayload | undefined> {
    try {
      const { payload, protectedHeader } = await compactVerify(token, await this.#publicKey, {
        algorithms: ["RS256"],
      });
      if (protectedHeader.typ !== purpose) return undefined;
      return JSON.parse(new TextDecoder().decode(payload)) as JWTPayload;
    } catch {
      return undefined;
    }
  }
}

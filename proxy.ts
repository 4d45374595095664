import { type NextRequest, NextResponse } from "next/server";
import {
  BRIDGE_POLICY,
  type Neighbours,
  pagePolicy,
  workerPolicy,
} from "@/app/content-security-policy";
import { settings } from "@/lib/config/settings";

const development = process.env.NODE_ENV === "development";

// Read at run time: one build serves the simulator, a real tenant and the national clouds.
function neighbours(): Neighbours {
  const { simulatorOrigin, cloud } = settings();
  if (simulatorOrigin !== null) {
    return { graphOrigin: simulatorOrigin, authorityOrigin: simulatorOrigin };
  }
  return { graphOrigin: cloud.graphRoot, authorityOrigin: cloud.authority };
}

function withCommonHeaders(response: NextResponse): NextResponse {
  const headers = response.headers;
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("Referrer-Policy", "strict-origin-when-cross-origin");
  if (settings().origin.startsWith("https:")) {
    headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  }
  return response;
}

/** The bridge must be allowed in our own hidden frames, must not be kept, and must not be isolated (no COOP). */
function bridge(): NextResponse {
  const response = withCommonHeaders(NextResponse.next());
  response.headers.set("Content-Security-Policy", BRIDGE_POLICY);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

function staticFile(): NextResponse {
  const response = withCommonHeaders(NextResponse.next());
  response.headers.set("Content-Security-Policy", workerPolicy(neighbours(), development));
  return response;
}

function page(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("base64");
  const policy = pagePolicy(nonce, neighbours(), development);
  const forwarded = new Headers(request.headers);
  forwarded.set("x-nonce", nonce);
  // Next finds the nonce for its own tags in the policy of the request.
  forwarded.set("Content-Security-Policy", policy);
  const response = withCommonHeaders(NextResponse.next({ request: { headers: forwarded } }));
  response.headers.set("Content-Security-Policy", policy);
  response.headers.set("Cross-Origin-Opener-Policy", "same-origin");
  response.headers.set(
    "Permissions-Policy",
    "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
  );
  // Lets browsers that can say it choose the theme of the very first answer.
  response.headers.set("Accept-CH", "Sec-CH-Prefers-Color-Scheme");
  response.headers.set("Critical-CH", "Sec-CH-Prefers-Color-Scheme");
  return response;
}

/** Gives every answer that a browser shows or runs its content security policy. */
export function proxy(request: NextRequest): NextResponse {
  const path = request.nextUrl.pathname;
  if (path.startsWith("/auth/")) return bridge();
  if (path.startsWith("/_next/static/")) return staticFile();
  return page(request);
}

export const config = { matcher: ["/((?!api/|icon.svg|_next/image).*)"] };

import { createHash } from "node:crypto";
import { html, raw } from "hono/html";
import type { HtmlEscapedString } from "hono/utils/html";

/** Markup in which everything that came from outside is already escaped. */
export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

const style = `
:root { color-scheme: light dark; --ground: #f3f2ef; --sheet: #fff; --ink: #21201c; --quiet: #5c5a53;
  --line: #cfccc4; --accent: #0b6157; --on-accent: #fff; --hover: #edf4f2; --alert: #8e1f1f; }
@media (prefers-color-scheme: dark) { :root { --ground: #171816; --sheet: #222421; --ink: #efeee9;
  --quiet: #b3b0a7; --line: #45473f; --accent: #7fd1c3; --on-accent: #10201d; --hover: #2b302d; --alert: #ffb1a8; } }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; background: var(--ground); color: var(--ink);
  font: 16px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; display: grid; align-content: start; justify-items: center;
  padding: clamp(12px, 5vh, 56px) 12px; gap: 12px; }
main { width: min(600px, 100%); background: var(--sheet); border: 1px solid var(--line); border-radius: 10px;
  padding: clamp(18px, 4vw, 36px); }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 4px; }
p { margin: 0 0 14px; }
.quiet { color: var(--quiet); }
.alert { color: var(--alert); border-inline-start: 4px solid currentcolor; padding-inline-start: 12px; }
.notice { width: min(600px, 100%); margin: 0; font-size: .875rem; color: var(--quiet); text-align: center; text-wrap: balance; }
ul { margin: 0 0 18px; padding: 0; list-style: none; display: grid; gap: 8px; }
ul.plain { list-style: disc; padding-inline-start: 22px; gap: 4px; }
.person { display: block; width: 100%; text-align: start; font: inherit; color: inherit; background: none;
  border: 1px solid var(--line); border-radius: 8px; padding: 10px 14px; cursor: pointer; overflow-wrap: anywhere; }
.person:hover { background: var(--hover); border-color: var(--accent); }
.person strong, .person span { display: block; }
.person span { font-size: .875rem; }
.choices { display: flex; flex-wrap: wrap; gap: 10px; margin-top: 18px; }
.choices button { font: inherit; padding: 8px 20px; border-radius: 6px; border: 1px solid var(--accent);
  background: none; color: var(--accent); cursor: pointer; }
.choices button.first { background: var(--accent); color: var(--on-accent); }
label { display: flex; gap: 10px; align-items: start; }
label input { margin-top: 6px; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
code { overflow-wrap: anywhere; }
`;
// Kept out of the template below: one extra space would change the hash.
const styleElement = raw(`<style>${style}</style>`);
const styleHash = createHash("sha256").update(style).digest("base64");

/** A whole page of the authority. Each says that it is not a page of Microsoft's. */
export function page(title: string, content: Markup): Markup {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title} – Guestlist simulator</title>
        ${styleElement}
      </head>
      <body>
        <main>${content}</main>
        <footer class="notice">
          This is the Guestlist simulator, not Microsoft. Nobody here is real and no password is
          asked for.
        </footer>
      </body>
    </html>`;
}

/**
 * Headers of a page: no script at all, nothing embedded, nobody may frame it. A form's answer may
 * redirect to the application, and browsers hold redirects against `form-action` too.
 */
export function pageHeaders(formTarget?: string): Record<string, string> {
  const target = formTarget === undefined ? "" : ` ${new URL(formTarget).origin}`;
  return {
    "content-security-policy": [
      "default-src 'none'",
      `style-src 'sha256-${styleHash}'`,
      `form-action 'self'${target}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
    "cache-control": "no-store",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
  };
}

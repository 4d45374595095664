import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const pages = [
  "README.md",
  ".github/CONTRIBUTING.md",
  "e2e/manual/README.md",
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .map((file) => join("docs", file)),
];

/** Where the relative links of a page lead, and the repository's paths that it names in code. */
function pathsIn(page: string): string[] {
  const text = readFileSync(page, "utf8");
  const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(([, to]) =>
    join(dirname(page), to ?? ""),
  );
  const rooms =
    /`((?:app|components|lib|prisma|simulator|e2e|bench|docs|scripts)\/[\w./-]*\w)\s*`/g;
  const named = [...text.matchAll(rooms)].map(([, path]) => path ?? "");
  return [...links, ...named];
}

test.each(pages)("Every path that %s names is there", (page) => {
  const missing = pathsIn(page).filter((path) => !existsSync(path) && !existsSync(`${path}.ts`));
  expect(missing).toEqual([]);
});

test("README's two commands are scripts of package.json", () => {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8")) as {
    scripts: Record<string, string>;
  };
  const commands = [
    ...readFileSync("README.md", "utf8").matchAll(/^npm ci && npm (?:run )?(\w+)$/gm),
  ];
  expect(commands.map(([, name]) => name)).toEqual(["demo", "test"]);
  for (const [, name] of commands) expect(scripts).toHaveProperty(name ?? "");
});

const chapters = readdirSync("e2e/manual", { recursive: true, encoding: "utf8" })
  .filter((file) => file.endsWith(".spec.ts"))
  .sort();

test("The index of the manual lists every chapter with its titles, in reading order", () => {
  const index = readFileSync("e2e/manual/README.md", "utf8");
  const listed = [...index.matchAll(/^- \[[^\]]+\]\(([^)]+)\): (.+)$/gm)];
  expect(listed.map(([, file]) => file ?? "").sort()).toEqual(chapters);
  for (const [, file = "", titles = ""] of listed) {
    const chapter = readFileSync(join("e2e/manual", file), "utf8");
    const found = [...chapter.matchAll(/(?<![\w.])test\(\s*"([^"]+)"/g)].map(([, title]) => title);
    expect(titles, file).toBe(found.join(" · "));
  }
  for (const folder of new Set(chapters.map((file) => dirname(file)))) {
    const inside = listed.map(([, file = ""]) => file).filter((file) => dirname(file) === folder);
    const numbers = inside.map((file) => Number(file.slice(folder.length + 1, folder.length + 3)));
    expect(numbers, folder).toEqual(numbers.map((_, place) => place + 1));
  }
});

const deploy = readFileSync("docs/deploy.md", "utf8");

/** Files of a folder's code, without its tests. */
function codeOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test.") && !file.includes("testing"))
    .map((file) => readFileSync(join(folder, file), "utf8"))
    .join("\n");
}

/** The permissions of Microsoft Graph that deploy.md lists, by name, each with its id. */
const listedPermissions = new Map(
  [...deploy.matchAll(/^\| `([A-Z]\w+\.[\w.]+)` +\| `([0-9a-f-]{36})`/gm)].map(
    ([, name = "", id = ""]) => [name, id] as const,
  ),
);

test("The permissions that an administrator grants are those that the code asks for", () => {
  const code = readFileSync("lib/domain/graph-scopes.ts", "utf8");
  const requested = [...code.matchAll(/"([A-Z]\w+(?:\.[A-Z]\w+){1,2})"/g)].map(([, name]) => name);
  expect(requested).toContain("User.Read.All");
  expect([...listedPermissions.keys()].sort()).toEqual([...new Set(requested)].sort());
});

test("The manifest requests exactly the permissions of the table", () => {
  const [, json = "{}"] = /```json\n([\s\S]+?)```/.exec(deploy) ?? [];
  const { requiredResourceAccess } = JSON.parse(json) as {
    requiredResourceAccess: { resourceAccess: { id: string; type: string }[] }[];
  };
  const access = requiredResourceAccess.flatMap(({ resourceAccess }) => resourceAccess);
  expect(access).toEqual([...listedPermissions.values()].map((id) => ({ id, type: "Scope" })));
});

test("Each sentence by which the server refuses a setting has a way out in deploy.md", () => {
  const code = codeOf("lib/config");
  const sentences = [...code.matchAll(/["`]((?:must|may|and|is missing|contradicts)\b[^"$]*)/g)];
  expect(sentences.length).toBeGreaterThan(12);
  const missing = sentences.filter(([, sentence = ""]) => !deploy.includes(sentence));
  expect(missing.map(([, sentence]) => sentence)).toEqual([]);
});

test("deploy.md names each variable that the server reads", () => {
  const environment = readFileSync("lib/config/environment.ts", "utf8");
  const names = [...environment.matchAll(/^ {2}([A-Z_]+):/gm)].map(([, name]) => name);
  expect(names).toContain("GUESTLIST_ORIGIN");
  expect(names.filter((name) => !deploy.includes(`\`${name}\``))).toEqual([]);
});

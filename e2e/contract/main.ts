import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { driveEveryEndpoint } from "./drive-every-endpoint.ts";
import { readTraffic } from "./exchange.ts";
import { judgeExchange, type Verdict } from "./judge-exchange.ts";
import { OpenApi } from "./openapi.ts";

const WHERE =
  "Name an OpenAPI file of Microsoft Graph v1.0 as JSON (`npm run contract -- FILE`, or GUESTLIST_OPENAPI=FILE): " +
  "Microsoft publishes it as YAML at https://github.com/microsoftgraph/msgraph-metadata " +
  "(openapi/v1.0/openapi.yaml), and `npx js-yaml openapi.yaml > openapi.json` makes it JSON.";

function readApi(file: string): OpenApi {
  try {
    return new OpenApi(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new Error(`${file} is not JSON. ${WHERE}`, { cause });
  }
}

function report(verdicts: readonly Verdict[]): boolean {
  const failed = verdicts.filter(({ disagreements }) => disagreements.length > 0);
  const said = new Set<string>();
  for (const { exchange, disagreements } of failed) {
    const { method, path, query, status } = exchange;
    const call = `${method} ${path}${query === "" ? "" : `?${query}`} → ${status}`;
    for (const disagreement of new Set(disagreements)) said.add(`${call}\n  ${disagreement}`);
  }
  for (const line of said) console.log(line);
  console.log(`contract: ${verdicts.length - failed.length} passed, ${failed.length} failed`);
  return failed.length === 0 && verdicts.length > 0;
}

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { traffic: { type: "string" } },
  });
  const file = positionals[0] ?? process.env.GUESTLIST_OPENAPI;
  if (file === undefined || file === "") throw new Error(WHERE);
  const api = readApi(file);
  const { traffic } = values;
  const driven = await driveEveryEndpoint();
  const recorded = traffic === undefined ? [] : readTraffic(readFileSync(traffic, "utf8"));
  if (traffic !== undefined && recorded.length === 0)
    throw new Error(`${traffic} has no exchange.`);
  return report([...driven, ...recorded].flatMap((exchange) => judgeExchange(api, exchange)));
}

try {
  process.exitCode = (await main()) ? 0 : 1;
} catch (cause) {
  console.error(cause instanceof Error ? cause.message : cause);
  process.exitCode = 2;
}

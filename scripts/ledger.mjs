// What an operator asks of the ledger, beside the running product: `npm run ledger -- verify`.
import { run } from "./processes.mjs";

const args = ["--conditions=react-server", "--import", "tsx", "lib/ledger/command/ledger-main.ts"];
process.exit(await run(process.execPath, [...args, ...process.argv.slice(2)]));

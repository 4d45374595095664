import { ledgerCommand } from "./ledger-command";

process.exitCode = await ledgerCommand(process.argv.slice(2), {
  variables: process.env,
  say: (text) => {
    console.log(text);
  },
});

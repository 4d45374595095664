import { parseArgs } from "node:util";

export const USAGE = `npm run demo -- [options]

  --guests N           how many guests the simulated tenant has (1200)
  --seed N             another tenant of the same size (1)
  --port N             where Guestlist listens (3000)
  --simulator-port N   where the simulator listens (the port + 1010)
  --keep               goes on with the history of the last demo on this port
  --help               shows this`;

const HIGHEST_PORT = 65_535;

const besides = (port) => (port + 1_010 <= HIGHEST_PORT ? port + 1_010 : port - 1_010);

/**
 * What a demo is started with; a sentence where the options cannot be understood.
 *
 * @param {readonly string[]} args
 */
export function demoOptions(args) {
  let values;
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: {
        guests: { type: "string", default: "1200" },
        seed: { type: "string", default: "1" },
        port: { type: "string", default: "3000" },
        "simulator-port": { type: "string" },
        keep: { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    }));
  } catch (error) {
    return `${error.message}\n\n${USAGE}`;
  }
  const port = Number(values.port);
  const numbers = {
    guests: Number(values.guests),
    seed: Number(values.seed),
    port,
    // One option moves a demo away from another.
    "simulator-port": Number(values["simulator-port"] ?? besides(port)),
  };
  for (const [name, number] of Object.entries(numbers)) {
    const isPort = name.endsWith("port");
    if (!Number.isInteger(number) || number < 0) return `--${name} takes a whole number.`;
    if (isPort && (number === 0 || number > HIGHEST_PORT)) {
      return `--${name} takes a port from 1 to ${HIGHEST_PORT}.`;
    }
  }
  const { "simulator-port": simulatorPort, ...rest } = numbers;
  if (port === simulatorPort) return "--port and --simulator-port must be different.";
  return { ...rest, simulatorPort, keep: values.keep, help: values.help };
}

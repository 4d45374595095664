import { expect, test } from "vitest";
import { demoOptions, USAGE } from "./demo-options.mjs";

const standard = {
  guests: 1_200,
  seed: 1,
  port: 3_000,
  simulatorPort: 4_010,
  keep: false,
  help: false,
};

test.each<[string[], object]>([
  [[], standard],
  [["--port", "3001"], { ...standard, port: 3_001, simulatorPort: 4_011 }],
  [["--port", "3001", "--simulator-port", "4010"], { ...standard, port: 3_001 }],
  [["--port", "65000"], { ...standard, port: 65_000, simulatorPort: 63_990 }],
  [["--guests", "20000", "--keep"], { ...standard, guests: 20_000, keep: true }],
  [["--help"], { ...standard, help: true }],
])("%j starts a demo", (args, options) => {
  expect(demoOptions(args)).toEqual(options);
});

test.each([
  [["--port", "x"], "--port takes a whole number."],
  [["--guests", "-1"], /'--guests' argument is ambiguous/],
  [["--guests=-1"], "--guests takes a whole number."],
  [["--port", "0"], "--port takes a port from 1 to 65535."],
  [["--simulator-port", "65536"], "--simulator-port takes a port from 1 to 65535."],
  [["--port", "4010", "--simulator-port", "4010"], /must be different/],
  [["--prot", "3001"], /Unknown option '--prot'/],
])("%j is refused in a sentence", (args, sentence) => {
  expect(demoOptions(args)).toEqual(
    typeof sentence === "string" ? sentence : expect.stringMatching(sentence),
  );
});

test("An unknown option is answered with the options there are", () => {
  expect(demoOptions(["--prot", "3001"])).toContain(USAGE);
});

import { describe, expect, test } from "vitest";
import { readArguments } from "./arguments.ts";

describe("The command line", () => {
  test("needs nothing", () => {
    expect(readArguments([])).toMatchObject({ port: 4010, seed: 1, record: undefined });
  });

  test("takes all it promises", () => {
    const words =
      "--port 5000 --guests 5 --seed 9 --app-origin http://localhost:3100 --record out.jsonl";
    expect(readArguments(words.split(" "))).toMatchObject({
      port: 5000,
      guests: 5,
      seed: 9,
      appOrigin: "http://localhost:3100",
      record: "out.jsonl",
    });
  });

  test.each([
    ["--port 0", "--port takes a whole number from 1 to 65535"],
    ["--guests many", "--guests takes a whole number"],
    ["--tenant-id contoso", "--tenant-id takes a GUID"],
    ["--app-origin http://localhost:3000/", "--app-origin takes an origin"],
    ["--wind 3", "--wind"],
  ])("refuses %s by name", (words, sentence) => {
    expect(readArguments(words.split(" "))).toContain(sentence);
  });
});

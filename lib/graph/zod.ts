import { config } from "zod";

// zod probes `new Function` unless told not to, and our content security policy reports every probe.
config({ jitless: true });

export { z } from "zod";

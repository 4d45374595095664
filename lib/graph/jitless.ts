import { config } from "zod";

// zod probes `new Function` unless told not to, and our content security policy reports every probe. Whoever makes a
// schema imports this first, and zod itself directly: passed on by another module, all of its languages come along.
config({ jitless: true });

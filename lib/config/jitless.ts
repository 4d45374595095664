import { config } from "zod";

// As in the other rooms: zod must not probe `new Function`.
config({ jitless: true });

import "./jitless";
import { z } from "zod";

/** An object id of the directory or of our own: any GUID, since Entra's need not be of a known UUID version. */
export const id = z.guid().toLowerCase();

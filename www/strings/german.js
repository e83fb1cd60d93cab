// German as a file of its own: the hosted page has it beside its script, the single file and the package inside.

import { de as compared } from "../compare/strings/de.js";
import { de as privacy } from "../privacy/strings/de.js";
import { de } from "./de.js";
import { page } from "./de.page.js";

export const german = { strings: de, page, compared, privacy };

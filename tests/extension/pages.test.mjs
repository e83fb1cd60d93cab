// All that is tested with pages, in one process: the browsers are started once.

import "./layouts.mjs";
import "./panel.mjs";
import "./hostile.mjs";
import "./planted.mjs";

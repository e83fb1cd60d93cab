// Lines that came with the article and were not read: seen, and put back with one press.

import { h } from "../dom.js";

/** @param {import("../strings/en.js").Strings} strings @param {import("../boilerplate.js").Aside[]} aside */
export function asideView(strings, aside) {
  return [
    h("h2", {}, strings.asideTitle),
    h("p", { class: "quiet" }, strings.asideNote),
    h(
      "ul",
      { class: "rows" },
      aside.map(({ words, reason }, i) =>
        h(
          "li",
          { class: "row" },
          h("span", {}, words, " ", h("span", { class: "quiet" }, `(${strings.asideReason[reason]})`)),
          h(
            "button",
            { class: "tool", "data-put-back": i, "aria-label": strings.putBackLabel(words) },
            strings.putBack,
          ),
        ),
      ),
    ),
  ];
}

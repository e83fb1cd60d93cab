// What is set aside when a text comes in, and what never is.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { putBack, reasonFor, setAside } from "../../www/boilerplate.js";
import { plainOf } from "../../www/plain.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

const ASIDE = {
  advertisement: [
    "Advertisement",
    "ADVERTISEMENT",
    "Story continues below advertisement",
    "Sponsored content",
    "— Advert —",
  ],
  sharing: [
    "Share",
    "Share this article",
    "Facebook Twitter WhatsApp",
    "1.2k shares",
    "45 comments",
    "View all comments",
    "Comments (12)",
    "Share on Facebook | Share on X",
  ],
  related: [
    "Read more",
    "Read more: What we know about the pier",
    "See also: Harbour talks",
    "Related stories",
    "Most read",
    "More from Vessey",
    "Watch: the pier from above",
    "You may also like",
    "Editor’s picks",
  ],
  newsletter: [
    "Sign up for our morning briefing",
    "Subscribe",
    "Get the Echo in your inbox every morning",
    "Enter your email address",
    "By signing up, you agree to our terms.",
    "Log in",
  ],
  caption: [
    "Photo: Ada Quill at the pier",
    "Image credit: Vessey Echo",
    "The old pier at dusk. Kim Lee/Getty Images",
    "The mayor on Tuesday (AP Photo/Bram Oke)",
    "Picture: Sam Oke / AFP",
  ],
  site: [
    "Skip to content",
    "© 2025 The Vessey Echo",
    "All rights reserved",
    "3 min read",
    "We use cookies to improve your visit",
    "Back to top",
  ],
};

const KEPT = [
  "Advertisement spending rose 4 per cent, the agency said.",
  "Share prices fell on Tuesday.",
  "Read the report: it says nothing.",
  "“Subscribe to nothing,” she said.",
  "Sign up sheets were empty, the mayor said.",
  "Home secretary resigns",
  "Search for missing sailors called off",
  "Photographers said that they were turned away.",
  "Comments by the minister drew anger",
  "45 comments were made in the debate, the speaker said.",
  "X said that it would appeal",
  "Related charges were dropped, prosecutors said.",
  "More from the mayor was expected on Wednesday, her office said in a statement to the Echo.",
  "Reuters and AP reported the talks.",
  "Trending upwards, the shares gained 3%.",
  "Getty Images said that it would sue.",
  "Menu prices have doubled, owners say",
  "Watch out for ice, drivers told",
];

for (const [reason, lines] of Object.entries(ASIDE)) {
  test(`set aside: ${reason}`, () => {
    for (const line of lines) assert.equal(reasonFor(line), reason, line);
  });
}

test("an article's own lines are kept", () => {
  for (const line of KEPT) assert.equal(reasonFor(line), undefined, line);
});

test("nothing but captions is set aside of our own articles, and the rest comes back as it is", () => {
  for (const folder of ["tests/articles", "eval/develop"]) {
    for (const file of readdirSync(`${ROOT}/${folder}`).filter((name) => name.endsWith(".txt"))) {
      const text = readFileSync(`${ROOT}/${folder}/${file}`, "utf8");
      const { text: rest, aside } = setAside(text);
      for (const { words, reason } of aside) assert.equal(reason, "caption", `${file}: ${words}`);
      if (aside.length === 0) assert.equal(rest, text);
    }
  }
});

test("what is set aside can be put back where it was, in any order", () => {
  const text = "Headline\n\nAdvertisement\n\nThe mayor said no.\n\nRead more: Pier\n\nShare\n\nShe left.";
  const once = setAside(text);
  assert.equal(once.text, "Headline\n\nThe mayor said no.\n\nShe left.");
  assert.deepEqual(
    once.aside.map(({ words, reason }) => [words, reason]),
    [
      ["Advertisement", "advertisement"],
      ["Read more: Pier", "related"],
      ["Share", "sharing"],
    ],
  );
  for (const order of [
    [0, 0, 0],
    [2, 1, 0],
    [1, 1, 0],
    [2, 0, 0],
  ]) {
    const back = order.reduce(({ text, aside }, which) => putBack(text, aside, which), once);
    assert.deepEqual(back.text.split(/\n+/).sort(), text.split(/\n+/).sort(), order.join());
    assert.equal(back.text.split(/\n+/)[1], "Advertisement");
  }
});

test("a text of nothing else is left alone", () => {
  assert.deepEqual(setAside("Share"), { text: "Share", aside: [] });
});

test("Markdown becomes the text that it shows", () => {
  const markdown = `---\ntitle: x\n---\n# Pier *stays*\n\n> The mayor **said** so, [the Echo](https://example.com/a_b) wrote.\n\n- 2 * 3 * 4 is snake_case_name\n\n![a pier](p.png)\n\n1. \\*No\\* \`code\`\n`;
  assert.equal(
    plainOf(markdown),
    "Pier stays\n\nThe mayor said so, the Echo wrote.\n\n2 * 3 * 4 is snake_case_name\n\na pier\n\n*No* code",
  );
});

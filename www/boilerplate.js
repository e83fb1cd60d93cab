// What a page puts around and between an article's paragraphs: set aside, so that it is not read, and kept, so that a
// reader can put it back. Only whole lines that can hardly be an article's own are set aside.

/** @typedef {{ words: string, reason: string, at: number }} Aside a line, why it stands apart, and where in the text it belongs */

/** A longer line is an article's own, whatever it begins with. */
const LONGEST = 240;

/** From the surest to the boldest; each is a whole line. @type {[string, RegExp][]} */
const REASONS = [
  [
    "advertisement",
    /^\W*(?:advertisements?|advert|sponsored(?: content| by .{1,40})?|promoted|(?:story|article) continues (?:below|after).{0,40}|continue reading(?: below)?|scroll (?:down )?to continue.{0,30})\W*$/i,
  ],
  [
    "sharing",
    /^\W*(?:(?:share|tweet|email|print|save|copy link|facebook|twitter|x|whatsapp|linkedin|reddit|telegram|flipboard|pinterest|messenger|bluesky|threads|this|article|story|on|via|with friends|link copied)\W*)+$/i,
  ],
  ["sharing", /^\W*\d[\d.,]*\s?[km]?\s(?:shares?|comments?|likes?|views?|retweets?|reactions?|reposts?)\W*$/i],
  [
    "sharing",
    /^\W*(?:(?:view|show|leave|add|post|join|jump to)\s(?:all\s)?(?:a\s|the\s)?(?:comments?|conversation)|comments?)\W*\d*\W*$/i,
  ],
  ["related", /^\W*(?:read|see|watch|listen)(?:\s(?:more|also|next|now))?\s?[:>»|→–—-].{0,200}$/i],
  [
    "related",
    /^\W*(?:(?:read|see|find out|learn|view|show)\s(?:more|also|next)|also read|related(?:\s(?:articles?|stories|topics?|content|links?|coverage))?|more (?:from|on|in|stories).{0,50}|most (?:read|viewed|popular)|trending(?:\snow)?|recommended(?:\sfor you)?|you (?:may|might) (?:also )?like.{0,30}|editor[’']?s[’']? picks?|further reading|top stories|up next|in case you missed it)\W*$/i,
  ],
  ["newsletter", /^[^\w"“‘']*(?:sign up|subscribe|register)\b(?:\s(?:here|now|today|to|for|with|and)\b.{0,160})?\W*$/i],
  [
    "newsletter",
    /^\W*(?:get\s.{0,60}(?:newsletters?|inbox).{0,60}|(?:our|the|daily|weekly|morning|evening).{0,30}newsletters?|enter your e-?mail.{0,60}|by (?:signing up|subscribing|submitting).{0,200}|already a (?:subscriber|member).{0,40}|thank you for (?:signing up|subscribing).{0,40}|(?:log|sign) ?in|create (?:an?|your) (?:free )?account)\W*$/i,
  ],
  [
    "caption",
    /^\W*(?:photo(?:graph)?|image|picture|video|graphic|illustration|file photo|credit)s?(?:\s(?:by|credit|source|caption|courtesy of))?\s?[:|/©].{1,200}$/i,
  ],
  [
    "caption",
    /^.{0,200}(?:\bGetty Images|\b(?:AP|AFP|EPA|Reuters)\s?(?:Photo)?\/[\w .-]{2,30}|\/\s?(?:AP|AFP|EPA|Reuters|Getty|Bloomberg|Shutterstock|Alamy))\W*$/,
  ],
  [
    "site",
    /^\W*(?:skip to (?:main )?content|back to (?:the )?top|menu|search|home|close|accept(?: all)?(?: cookies)?|(?:cookie|privacy) (?:policy|settings|notice).{0,60}|terms of (?:use|service).{0,60}|we use cookies.{0,160}|all rights reserved|(?:©|copyright \d{4}|\(c\) \d{4}).{0,120}|(?:download|get) (?:our|the) app.{0,60}|follow us.{0,80}|listen to this (?:article|story).{0,40}|\d+[\s-]min(?:ute)?s?(?:\sread)?)\W*$/i,
  ],
];

/** Why a line is set aside; nothing if it is the article's. @param {string} line @returns {string | undefined} */
export function reasonFor(line) {
  const words = line.trim();
  if (words.length === 0 || words.length > LONGEST) return undefined;
  return REASONS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** A line that announces others is no longer: "Most read", and not "Read more: the talks collapse". */
const LONGEST_TEASING = 24;

/** A headline of another article: short, and no sentence that ends. @param {string} line */
function isTeaser(line) {
  return line.length > 0 && line.length <= 140 && !/[.!?:]["”’]?$/.test(line) && !/^["“]/.test(line);
}

/**
 * Parts a text in the article and what is set aside. A text without such lines comes back as it is.
 * @param {string} text
 * @param {(line: string, i: number) => string | undefined} [reason]
 * @returns {{ text: string, aside: Aside[] }}
 */
export function setAside(text, reason = reasonFor) {
  /** @type {Aside[]} */
  const aside = [];
  let kept = "";
  let teasing = false;
  for (const [i, line] of (text.match(/[^\n]*\n*/g) ?? []).entries()) {
    /** @type {string | undefined} */
    const own = reason(line, i);
    /** @type {string | undefined} */
    const why = own ?? (teasing && isTeaser(line.trim()) ? "related" : undefined);
    if (line.trim()) teasing = own ? own === "related" && line.trim().length <= LONGEST_TEASING : why !== undefined;
    if (why) aside.push({ words: line.trim(), reason: why, at: kept.length });
    else kept += line;
  }
  return kept.trim() && aside.length > 0 ? { text: kept, aside } : { text, aside: [] };
}

/** @param {string} text @param {Aside[]} aside @param {number} which */
export function putBack(text, aside, which) {
  const { words, at } = aside[which];
  const place = Math.min(at, text.length);
  const before = text.slice(0, place);
  const line = `${before === "" || before.endsWith("\n") ? "" : "\n\n"}${words}\n\n`;
  const rest = aside.filter((_, i) => i !== which);
  const moved = rest.map((other) => (other.at > at ? { ...other, at: other.at + line.length } : other));
  return { text: before + line + text.slice(place), aside: moved };
}

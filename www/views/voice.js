// Share of voice as a picture: a bar for each speaker, words quoted and words paraphrased; the unnamed apart.

import { h } from "../dom.js";
import { shorten } from "./picture.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("./share.js").Voice} Voice */

const WIDTH = 400;
const ROW = 20;
const NAME = 162;
const BAR = 190;
const MOST_ROWS = 6;

/** @param {Reading} reading @param {Voice[]} voices @returns {SVGElement} */
export function voicePicture(reading, voices) {
  const { strings, format } = reading;
  const [named, unnamed] = [true, false].map((wanted) =>
    gathered(
      voices.filter((voice) => (voice.how === "named") === wanted),
      strings.otherVoices,
    ),
  );
  // The rest as one may be the longest of all.
  const most = Math.max(1, ...[...named, ...unnamed].map(({ quoted, paraphrased }) => quoted + paraphrased));
  let y = 0;
  const part = (/** @type {string} */ title, /** @type {Voice[]} */ group) => {
    if (group.length === 0) return [];
    y += 20;
    const head = h("svg:text", { class: "head-line", x: 0, y: y - 4 }, title);
    const rows = group.map((voice) => {
      y += ROW;
      return bar(voice, y - ROW, most, format.value(voice.quoted + voice.paraphrased));
    });
    y += 8;
    return [head, ...rows];
  };
  const drawn = [...part(strings.namedVoices, named), ...part(strings.unnamedVoices, unnamed)];
  const total = voices.reduce((sum, { quoted, paraphrased }) => sum + quoted + paraphrased, 0);
  const label = strings.voiceLabel(
    voices.slice(0, 3).map(({ name, quoted, paraphrased }) => [name, share(quoted + paraphrased, total, format)]),
  );
  const key = [...keyOf("quoted", 0, strings.wordsQuoted), ...keyOf("paraphrased", 150, strings.wordsParaphrased)];
  const legend = h("svg:g", { class: "key", transform: `translate(0 ${y + 8})` }, key);
  return h(
    "svg:svg",
    { class: "picture voices", viewBox: `0 0 ${WIDTH} ${y + 26}`, role: "img", "aria-label": label },
    drawn,
    legend,
  );
}

/** @param {number} part @param {number} whole @param {import("../format.js").Format} format */
function share(part, whole, format) {
  return format.value(whole > 0 ? Math.round((100 * part) / whole) : 0, "%");
}

/** The first few, and the rest as one. @param {Voice[]} voices @param {(n: number) => string} others @returns {Voice[]} */
function gathered(voices, others) {
  if (voices.length <= MOST_ROWS) return voices;
  const rest = voices.slice(MOST_ROWS - 1);
  const sum = (/** @type {"quoted" | "paraphrased"} */ key) => rest.reduce((n, voice) => n + voice[key], 0);
  const last = {
    ...rest[0],
    name: others(rest.length),
    entity: undefined,
    quoted: sum("quoted"),
    paraphrased: sum("paraphrased"),
  };
  return [...voices.slice(0, MOST_ROWS - 1), last];
}

/** @param {Voice} voice @param {number} y @param {number} most @param {string} words */
function bar({ name, entity, quoted, paraphrased }, y, most, words) {
  const [first, second] = [(quoted / most) * BAR, (paraphrased / most) * BAR];
  return h(
    "svg:g",
    { class: "voice", "data-card": entity },
    h("svg:title", {}, name),
    h("svg:text", { class: "name", x: 0, y: y + 14 }, shorten(name, 24)),
    h("svg:rect", { class: "quoted", x: NAME, y: y + 3, width: first, height: 13 }),
    h("svg:rect", {
      class: "paraphrased",
      x: NAME + first + 0.5,
      y: y + 3.5,
      width: Math.max(second - 1, 0),
      height: 12,
    }),
    h("svg:text", { class: "number", x: NAME + first + second + 7, y: y + 14 }, words),
  );
}

/** @param {string} kind @param {number} x @param {string} words */
function keyOf(kind, x, words) {
  return [
    h("svg:rect", { class: kind, x: x + 0.5, y: 0.5, width: 17, height: 10 }),
    h("svg:text", { class: "number", x: x + 24, y: 10 }, words),
  ];
}

// Who speaks, through whom, about whom: as a picture, and the same as a table.

import { h } from "../dom.js";
import { capital } from "../reading.js";
import { fill } from "../slices.js";
import { reference } from "./card.js";
import { saveable, shorten } from "./picture.js";
import { sourcesTable } from "./table.js";

/** @typedef {import("../reading.js").Reading} Reading */
/** @typedef {import("../report.js").Claim} Claim */
/** @typedef {{ key: string, id: string | undefined, name: string, named: boolean, weight: number }} Node */
/** @typedef {{ from: Node, to: Node, weight: number, column: 0 | 1 }} Edge from an outlet to a speaker, or from a speaker to whom they speak about */
/** @typedef {{ columns: [Node[], Node[], Node[]], edges: Edge[] }} Network */

/** A picture with more says nothing. */
const MOST_NODES = 200;
const WIDTH = 460;
const COLUMN = 164;
const BOX = 132;
const ROW = 26;

/** @param {Reading} reading @param {import("../state.js").State} state */
export function sourcesView(reading, { sifting }) {
  const { strings, report } = reading;
  if (report.claims.length === 0) return [h("p", { class: "none" }, strings.claimsNone)];
  const links = linksOf(reading);
  const network = networkOf(links);
  return [
    h("p", { class: "summary" }, strings.sourcesIntro),
    ...sourcesTable(reading, sifting),
    saveable(strings, strings.sourcesTitle, "sources", draw(reading, network)),
    inWords(reading, network, links),
  ];
}

/** @typedef {{ claim: Claim, speakers: Named[], through: Named[], about: Named[] }} Link */
/** @typedef {{ id?: string, name: string, named: boolean }} Named */

/** Kinds of those whom or what a claim can be about. */
const CAN_BE_ABOUT = new Set(["person", "organization", "group", "place"]);

/** @param {Reading} reading @returns {Link[]} */
function linksOf(reading) {
  const listed = new Set(reading.listed.entities.filter(({ kind }) => CAN_BE_ABOUT.has(kind)));
  return reading.report.claims.map((claim) => {
    const chain = reading.chain(claim);
    const outlet = chain.length > 1 ? speakersOf(reading, chain[chain.length - 2]) : [];
    const speakers = speakersOf(reading, claim);
    const others = reading.mentionedIn(claim).filter((entity) => listed.has(entity));
    const about = others.map(({ id, name }) => ({ id, name, named: true }));
    return { claim, speakers, through: outlet, about };
  });
}

/** @param {Reading} reading @param {Claim} claim @returns {Named[]} */
function speakersOf(reading, claim) {
  const named = claim.attribution === "named" || claim.attribution === "implied";
  const known = claim.speakers.map((id) => ({ id, name: reading.entity(id)?.name ?? id, named }));
  return known.length > 0 ? known : [{ name: reading.speaker(claim), named: false }];
}

/** Outlets, speakers and those spoken about, the heaviest first, as many as a picture can bear. @param {Link[]} links @returns {Network} */
function networkOf(links) {
  /** @type {Map<string, Node>[]} */
  const columns = [new Map(), new Map(), new Map()];
  /** @type {Map<string, Edge>} */
  const edges = new Map();
  const node = (/** @type {number} */ column, /** @type {Named} */ { id, name, named }) => {
    const key = id ?? name.toLowerCase();
    const known = columns[column].get(key) ?? { key, id, name: capital(name), named, weight: 0 };
    columns[column].set(key, known);
    return known;
  };
  const join = (/** @type {Node} */ from, /** @type {Node} */ to, /** @type {0 | 1} */ column) => {
    const key = `${column} ${from.key} ${to.key}`;
    const edge = edges.get(key) ?? { from, to, weight: 0, column };
    edges.set(key, edge);
    edge.weight++;
  };
  for (const { speakers, through, about } of links) {
    for (const speaker of speakers) {
      const middle = node(1, speaker);
      middle.weight++;
      for (const outlet of through) {
        const left = node(0, outlet);
        left.weight++;
        join(left, middle, 0);
      }
      for (const other of about) {
        const right = node(2, other);
        right.weight++;
        join(middle, right, 1);
      }
    }
  }
  const heaviest = columns.map((column) => [...column.values()].sort((a, b) => b.weight - a.weight));
  const shares = [MOST_NODES / 5, (2 * MOST_NODES) / 5, (2 * MOST_NODES) / 5];
  const kept = /** @type {Network["columns"]} */ (heaviest.map((column, i) => column.slice(0, shares[i])));
  const shown = (/** @type {Edge} */ { from, to, column }) =>
    kept[column].includes(from) && kept[column + 1].includes(to);
  return { columns: kept, edges: [...edges.values()].filter(shown) };
}

/** @param {Reading} reading @param {Network} network @returns {SVGElement} */
function draw({ strings }, { columns, edges }) {
  const heads = [strings.throughWhom, strings.whoSpeaks, strings.aboutWhom];
  const rows = Math.max(...columns.map(({ length }) => length));
  const top = (/** @type {number} */ column) => 30 + ((rows - columns[column].length) * ROW) / 2;
  const y = (/** @type {number} */ column, /** @type {Node} */ node) =>
    top(column) + columns[column].indexOf(node) * ROW + 11;
  const curve = (/** @type {Edge} */ { from, to, weight, column }) => {
    const [x1, x2] = [COLUMN * column + BOX, COLUMN * (column + 1)];
    const [y1, y2] = [y(column, from), y(column + 1, to)];
    const d = `M${x1} ${y1}C${x1 + 20} ${y1} ${x2 - 20} ${y2} ${x2} ${y2}`;
    return h("svg:path", {
      class: column === 0 ? "edge through-edge" : "edge",
      d,
      "stroke-width": Math.min(1 + weight * 0.6, 5),
    });
  };
  const box = (/** @type {Node} */ node, /** @type {number} */ column) =>
    boxOf(node, COLUMN * column, y(column, node) - 11);
  const label = strings.sourcesLabel(columns[1].length, columns[0].length, columns[2].length);
  return h(
    "svg:svg",
    { class: "picture network", viewBox: `0 0 ${WIDTH} ${30 + rows * ROW + 6}`, role: "img", "aria-label": label },
    edges.map(curve),
    heads.map((head, i) => columns[i].length > 0 && h("svg:text", { class: "head-line", x: COLUMN * i, y: 14 }, head)),
    columns.flatMap((column, i) => column.map((node) => box(node, i))),
  );
}

/** The same in words: each speaker with those before and after it in the picture. @param {Reading} reading @param {Network} network @param {Link[]} links */
function inWords({ strings }, { columns: [, speakers], edges }, links) {
  const names = (/** @type {0 | 1} */ side, /** @type {Node} */ node) =>
    edges
      .filter(({ column, from, to }) => column === side && (side === 0 ? to : from) === node)
      .map(({ from, to }) => (side === 0 ? from : to).name)
      .join(", ");
  const item = (/** @type {Node} */ node) => {
    const [through, about] = [names(0, node), names(1, node)];
    const own = links.filter(({ speakers }) =>
      speakers.some(({ id, name }) => (id ?? name.toLowerCase()) === node.key),
    );
    return h(
      "li",
      {},
      h("strong", {}, node.name),
      through && h("span", {}, `${strings.throughWhom} `, through),
      about && h("span", {}, `${strings.aboutWhom} `, about),
      h(
        "span",
        {},
        own.map(({ claim }) => reference(strings, claim)),
      ),
    );
  };
  return fill(h("ul", { class: "network-list", "aria-label": strings.sourcesTitle }), speakers, item);
}

/** @param {Node} node @param {number} x @param {number} y */
function boxOf({ id, name, named, weight }, x, y) {
  return h(
    "svg:g",
    { class: named ? "node" : "node unnamed", "data-card": id },
    h("svg:title", {}, name),
    h("svg:rect", { x: x + 0.5, y: y + 0.5, width: BOX - 1, height: 21, rx: 4 }),
    h("svg:text", { class: "name", x: x + 7, y: y + 15 }, shorten(name, 17)),
    h("svg:text", { class: "weight", x: x + BOX - 7, y: y + 15, "text-anchor": "end" }, weight),
  );
}

// What a page may try against the extension: to learn what its panel holds, or to stop it. Each attempt is a script of the
// page; what it learns it puts into `learnt`. Those of a group stand in one page together.

/** Before the article is there. @type {Record<string, string>} */
const BUILT_INS = {
  "querySelectorAll answers nothing":
    "Document.prototype.querySelectorAll = Element.prototype.querySelectorAll = () => []",
  "closest lies": "Element.prototype.closest = function () { return this }",
  "matches lies": "Element.prototype.matches = () => true",
  "styles are all hidden": "window.getComputedStyle = () => ({ display: 'none', visibility: 'hidden' })",
  "text has no words": "Object.defineProperty(CharacterData.prototype, 'data', { get: () => '' })",
  "textContent is wrong": "Object.defineProperty(Node.prototype, 'textContent', { get: () => 'wrong', set() {} })",
  "childNodes throws": "Object.defineProperty(Node.prototype, 'childNodes', { get() { throw 1 } })",
  "iteration ends at once": "Array.prototype[Symbol.iterator] = function* () {}",
  "strings match nothing": "String.prototype.matchAll = () => []; String.prototype.match = () => null",
  "maps spy":
    "const { set } = Map.prototype; Map.prototype.set = function (k, v) { learn('map ' + String(k)); return set.call(this, k, v) }",
  "promises spy":
    "const { then } = Promise.prototype; Promise.prototype.then = function (...how) { if (/claims|speakers/.test(String(how[0]))) learn('promise'); return then.apply(this, how) }",
  "highlights spy":
    "const add = Highlight.prototype.add; Highlight.prototype.add = function (r) { learn('mark'); return add.call(this, r) }",
  "highlights refuse":
    "HighlightRegistry.prototype.set = () => { throw 1 }; window.Highlight = class { constructor() { throw 1 } }",
  "ranges refuse": "window.StaticRange = class { constructor() { throw 1 } }; window.Range = undefined",
  "timers never fire": "window.setTimeout = window.setInterval = () => 0",
  "no observers": "window.MutationObserver = class { observe() { learn('observed') } disconnect() {} }",
  "Object.prototype is polluted":
    "Object.prototype.text = 'wrong'; Object.prototype.shadowOf = () => learn('shadowOf'); Object.prototype.kind = 'claim'",
};

const FORGED = {
  "posted messages":
    "for (const m of [{ found: { text: 'forged' } }, { do: 'read', what: 'article' }, { clicked: { tab: 1 } }]) { postMessage(m, '*'); addEventListener('message', (e) => e.data.report && learn('message')) }",
  "the extension's messages": "try { chrome.runtime.sendMessage({ asks: 1 }, (a) => a && learn('answer')) } catch {}",
  "the extension's ports":
    "try { chrome.runtime.connect({ name: 'panel' }).onMessage.addListener(() => learn('port')) } catch {}",
  "the extension's world":
    "if (window[Symbol.for('onrecord')]) learn('world'); for (const k of Reflect.ownKeys(window)) if (/^on-?record/i.test(String(k))) learn(String(k))",
  "the extension's files":
    "for (const s of ['chrome-extension', 'moz-extension']) fetch(s + '://onrecord/panel.html').then(() => learn('file'), () => {})",
  "the panel in a frame":
    "const f = document.body.appendChild(document.createElement('iframe')); f.hidden = true; f.src = 'chrome-extension://onrecord/panel.html'; f.onload = () => { try { f.contentWindow.document.querySelector('on-record') && learn('frame') } catch {} }",
  "forged clicks":
    "setInterval(() => document.querySelector('article p').click(), 30); setInterval(() => document.querySelector('article p').dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: 60, clientY: 120 })), 30)",
  "a forged farewell":
    "setInterval(() => { window.dispatchEvent(new PageTransitionEvent('pagehide')); window.dispatchEvent(new Event('beforeunload')) }, 50)",
  "forged keys":
    "setInterval(() => document.dispatchEvent(new KeyboardEvent('keydown', { key: 'x', altKey: true, shiftKey: true, bubbles: true })), 50)",
  "style sheets":
    "setInterval(() => { for (const s of [...document.styleSheets, ...document.adoptedStyleSheets]) for (const r of s.cssRules) if (/highlight/.test(r.cssText)) learn('style') }, 50)",
  "the page's own element":
    "customElements.define('on-record', class extends HTMLElement { connectedCallback() { learn('element') } })",
  "an opener": "if (window.opener || window.parent !== window) learn('opener')",
};

const CLOBBERED = {
  "a form around nothing": `<form class="post"><input name="closest"><input name="matches"><input name="childNodes"><input name="nodeName"><input name="textContent"></form>`,
  "document's own methods": `<img name="querySelectorAll"><img name="createElement"><img name="getSelection"><img name="caretPositionFromPoint">`,
  "document's own parts": `<img name="body"><img name="documentElement"><img name="head"><form name="defaultView"></form>`,
  "the window's names": `<a id="CSS"></a><a id="Highlight"></a><a id="chrome"></a><a id="browser"></a><a id="onrecord"></a>`,
  "names with a prototype": `<p class="constructor" id="__proto__">A.</p><p id="toString" class="hasOwnProperty">B.</p>`,
};

const FLOODS = {
  "a million nodes":
    "const f = document.createDocumentFragment(); for (let i = 0; i < 1000; i++) { const d = document.createElement('div'); for (let j = 0; j < 500; j++) d.append(document.createElement('i'), document.createElement('b')); f.append(d) } const all = document.createElement('div'); all.hidden = true; all.append(f); document.body.append(all)",
};

const CHANGES = {
  "a very deep tree":
    "let d = document.querySelector('article'); for (let i = 0; i < 1500; i++) d = d.appendChild(document.createElement('span'))",
  "words that change while they are read":
    "const p = document.querySelectorAll('article p')[4].firstChild; const words = p.data; let on = 0; setInterval(() => { if (on++ < 40) p.data = words + ' '.repeat(on % 2) }, 25)",
  "marks are taken out": "let n = 0; setInterval(() => n++ < 20 && CSS.highlights.clear(), 40)",
  "marks are hidden":
    "const s = document.head.appendChild(document.createElement('style')); setInterval(() => { s.textContent = [...CSS.highlights.keys()].map((name) => `::highlight(${name}) { background: transparent !important }`).join('') }, 200)",
  "ten thousand shadow trees":
    "for (let i = 0; i < 10000; i++) document.body.appendChild(document.createElement('div')).attachShadow({ mode: 'closed' })",
};

const script = (attempts) =>
  Object.values(attempts)
    .map((code) => `try { (() => { ${code} })() } catch (error) { console.debug(String(error)) }`)
    .join("\n");
const LEARN = "const learnt = new Set(); const learn = (what) => void learnt.add(what); globalThis.learnt = learnt;";

/** Name, how many attempts, and the page around an article. @type {[string, number, (article: string) => string][]} */
export const GROUPS = [
  ["built-ins made anew", size(BUILT_INS), (article) => `${article}<script>${LEARN}${script(BUILT_INS)}</script>`],
  [
    "forged messages, clicks and farewells",
    size(FORGED),
    (article) => `${article}<script>${LEARN}${script(FORGED)}</script>`,
  ],
  [
    "names that get in the way",
    size(CLOBBERED),
    (article) => `<script>${LEARN}</script>${Object.values(CLOBBERED).join("")}${article}`,
  ],
  ["a flood", size(FLOODS), (article) => `${article}<script>${LEARN}${script(FLOODS)}</script>`],
  [
    "changes to the words, the marks and their styles",
    size(CHANGES),
    (article) => `${article}<script>${LEARN}${script(CHANGES)}</script>`,
  ],
];

function size(attempts) {
  return Object.keys(attempts).length;
}

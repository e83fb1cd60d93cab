// Strings that mean harm, made from payloads and the ways of wrapping them.

const PAYLOADS = [
  `<script>hit()</script>`,
  `<script src="https://hostile.invalid/x.js"></script>`,
  `<img src=x onerror=hit()>`,
  `<img src="https://hostile.invalid/x.png">`,
  `<svg onload=hit()>`,
  `<svg><script>hit()</script></svg>`,
  `<svg><animate onbegin=hit() attributeName=x dur=1s>`,
  `<svg><use href="data:image/svg+xml,<svg id=x xmlns='http://www.w3.org/2000/svg'><script>hit()</script></svg>#x"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.hit()</script>"></iframe></foreignObject></svg>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=hit()>">`,
  `<math><mi xlink:href="javascript:hit()">x</mi></math>`,
  `<math href="javascript:hit()">x</math>`,
  `<iframe src="javascript:hit()"></iframe>`,
  `<iframe srcdoc="<script>parent.hit()</script>"></iframe>`,
  `<object data="javascript:hit()"></object>`,
  `<embed src="https://hostile.invalid/x.swf">`,
  `<a href="javascript:hit()">x</a>`,
  `<a href="data:text/html,<script>hit()</script>">x</a>`,
  `<form action="https://hostile.invalid/"><input name=q autofocus onfocus=hit()></form>`,
  `<button formaction="javascript:hit()">x</button>`,
  `<video><source onerror=hit()></video>`,
  `<audio src=x onerror=hit()></audio>`,
  `<details open ontoggle=hit()>x</details>`,
  `<body onload=hit()>`,
  `<link rel=stylesheet href="https://hostile.invalid/x.css">`,
  `<style>@import "https://hostile.invalid/x.css";</style>`,
  `<style>*{background:url(https://hostile.invalid/x)}</style>`,
  `<div style="background:url(https://hostile.invalid/x)">x</div>`,
  `<meta http-equiv=refresh content="0;url=javascript:hit()">`,
  `<base href="https://hostile.invalid/">`,
  `<template><script>hit()</script></template>`,
  `<noscript><p title="</noscript><img src=x onerror=hit()>">`,
  `<textarea><img title="</textarea><img src=x onerror=hit()>"></textarea>`,
  `<title><a title="</title><img src=x onerror=hit()>"></title>`,
  `<xmp><p title="</xmp><img src=x onerror=hit()>"></xmp>`,
  `<select><style></select><img src=x onerror=hit()></style>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=hit()>`,
  `<custom-thing onclick=hit()>x</custom-thing>`,
  `{{constructor.constructor('hit()')()}}`,
  "${hit()}`${hit()}`",
  `<%= hit() %>`,
  `javascript:hit()`,
  `&lt;script&gt;hit()&lt;/script&gt;`,
  `&#60;img src=x onerror=hit()&#62;`,
];

const upper = (text) => text.replace(/<(\/?)(\w+)/g, (_, slash, name) => `<${slash}${name.toUpperCase()}`);
const entities = (text) => text.replace(/[<>"']/g, (character) => `&#x${character.charCodeAt(0).toString(16)};`);

/** @type {((payload: string) => string)[]} */
const WRAPS = [
  (payload) => payload,
  (payload) => `The mayor said: "${payload}" on Tuesday.`,
  (payload) => `"></mark></p>${payload}`,
  (payload) => `' autofocus onfocus='hit()' ${payload}`,
  upper,
  entities,
  (payload) => payload.replace(/hit/g, "hi\u0000t").replace(/<(\w)/g, "<\u0000$1"),
  (payload) => `--></style></script></title></textarea>${payload}<!--`,
];

/** At least 300 of them. */
export const HOSTILE = WRAPS.flatMap((wrap) => PAYLOADS.map(wrap));

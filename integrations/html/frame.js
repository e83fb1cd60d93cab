// Inside the frame: takes one article from the page around it, shows who says what, and tells how high it is.

/** What is shown: a page that says it twice is answered once. */
let shown = "";

addEventListener("message", ({ source, data }) => {
  if (source !== parent || !data?.onrecord) return;
  if (data.onrecord.hello) tell({ ready: true });
  if (typeof data.onrecord.text === "string") show(data.onrecord);
});

new ResizeObserver(measure).observe(document.documentElement);

tell({ ready: true });

/** The page around is not known by its origin: it is the only one that can hear `parent`. */
function tell(message) {
  parent.postMessage({ onrecord: message }, "*");
}

function measure() {
  tell({ height: Math.ceil(document.documentElement.getBoundingClientRect().height) });
}

function show({ text, published, outlet }) {
  if (text === shown) return;
  shown = text;
  const element = document.createElement("on-record");
  element.setAttribute("mode", "panel");
  element.setAttribute("loading", "interaction");
  if (published) element.setAttribute("published", String(published));
  if (outlet) element.setAttribute("outlet", String(outlet));
  document.body.replaceChildren(element);
  // A frame out of sight is not laid out, and its observer is silent: the first time we measure ourselves.
  element.analyze(text).then(measure);
}

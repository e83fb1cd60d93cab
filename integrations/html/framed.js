// In the page: gives each <iframe data-onrecord="#article"> the text of that article, and the height that it asks for.

const frames = [...document.querySelectorAll("iframe[data-onrecord]")];

addEventListener("message", ({ source, data }) => {
  // A frame in a sandbox has no origin to check: whether it is ours shows in its window alone.
  const frame = frames.find(({ contentWindow }) => contentWindow === source);
  if (!frame || !data?.onrecord) return;
  if (data.onrecord.ready) give(frame);
  const height = Number(data.onrecord.height);
  if (height > 0) frame.style.height = `${Math.min(height, 20_000)}px`;
});

/** Nothing is said before the frame is ready to hear it. */
function give(frame) {
  const { onrecord, published, outlet } = frame.dataset;
  const text = document.querySelector(onrecord)?.innerText ?? "";
  frame.contentWindow.postMessage({ onrecord: { text, published, outlet } }, "*");
}

// A frame that was ready before this script was asks again when it is asked to.
for (const { contentWindow } of frames) contentWindow?.postMessage({ onrecord: { hello: true } }, "*");

// What the extension does before its panel is there: a click, a key or the menu opens the panel, which does the rest.

const browser = /** @type {any} */ (globalThis).browser ?? /** @type {any} */ (globalThis).chrome;

/** What a reader asked for last in each tab; the panel that is opened by it asks here. @type {Map<number, object>} */
const wanted = new Map();

browser.action.onClicked.addListener((/** @type {any} */ tab) => show(tab, { what: "article" }));

browser.runtime.onInstalled.addListener(() => {
  browser.contextMenus.removeAll(() => {
    const title = browser.i18n.getMessage("selection");
    browser.contextMenus.create({ id: "selection", title, contexts: ["selection"] });
  });
});

browser.contextMenus.onClicked.addListener((/** @type {any} */ { selectionText }, /** @type {any} */ tab) => {
  show(tab, { what: "selection", words: selectionText });
});

browser.runtime.onMessage.addListener(
  (/** @type {any} */ { asks }, /** @type {any} */ _sender, /** @type {(answer: object) => void} */ answer) => {
    if (asks === undefined) return;
    answer(wanted.get(asks) ?? {});
    wanted.delete(asks);
  },
);

/**
 * Opens a panel, in the same turn: browsers open it only as an answer to what a reader does. Then tells the panels that are
 * open, one of which may now close: one of Chromium's that closes while it is asked to open stays open for good. A wish has an
 * id, since the panel that a click opens hears of that click twice, by asking and by message.
 * @param {any} tab @param {{ what: "article" | "selection", words?: string }} asked
 */
function show({ id, windowId }, asked) {
  const wish = { ...asked, id: crypto.randomUUID() };
  wanted.set(id, wish);
  const tell = () =>
    browser.runtime.sendMessage({ clicked: { tab: id, window: windowId, wish } }).catch(() => "no panel is open");
  openPanel(id).then(tell, tell);
}

/** @param {number} id of the tab @returns {Promise<void>} */
function openPanel(id) {
  if (browser.sidebarAction) return browser.sidebarAction.open();
  browser.sidePanel.setOptions({ tabId: id, path: `panel.html?tab=${id}`, enabled: true });
  return browser.sidePanel.open({ tabId: id });
}

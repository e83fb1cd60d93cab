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
 * Tells panels that are open, of which one may now close, and opens one. The panel is opened in the same turn: browsers open
 * it only as an answer to what a reader does.
 * @param {any} tab @param {{ what: "article" | "selection", words?: string }} wish
 */
function show({ id, windowId }, wish) {
  wanted.set(id, wish);
  browser.runtime.sendMessage({ clicked: { tab: id, window: windowId, wish } }).catch(() => "no panel is open");
  if (browser.sidebarAction) return browser.sidebarAction.open();
  browser.sidePanel.setOptions({ tabId: id, path: `panel.html?tab=${id}`, enabled: true });
  browser.sidePanel.open({ tabId: id });
}

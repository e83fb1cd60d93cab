// Selecting words on the page.

/** Selects words in the article as a pointer would. */
export function selectWords(page, words) {
  return page.evaluate((words) => {
    const root = document.querySelector("on-record").shadowRoot;
    const walker = document.createTreeWalker(root.querySelector(".text"), NodeFilter.SHOW_TEXT);
    const nodes = [];
    let text = "";
    for (let node; (node = walker.nextNode());) {
      if (node.parentElement.closest(".hidden, .note")) continue;
      nodes.push({ node, at: text.length });
      text += node.data;
    }
    const start = text.indexOf(words);
    const place = (offset) => {
      const { node, at } = nodes.findLast((one) => one.at <= offset);
      return [node, offset - at];
    };
    const [from, to] = [place(start), place(start + words.length - 1)];
    const selection = root.getSelection?.() ?? getSelection();
    selection.setBaseAndExtent(from[0], from[1], to[0], to[1] + 1);
  }, words);
}

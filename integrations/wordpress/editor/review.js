// Review and publish: the whole reading view with its corrections, in a dialog; what the editor keeps is what readers get.

(function (wp) {
  const { __ } = wp.i18n;
  const draft = window.onRecordDraft;

  let dialog;

  /** Opens the dialog on the draft as it is now. */
  async function open() {
    if (dialog) return;
    build();
    document.body.append(dialog);
    dialog.showModal();
    const session = { raw: draft.content() };
    try {
      await fill(session);
      answer(session);
    } catch (error) {
      say(String(error?.message ?? error));
    }
  }

  /** The text as readers would get it, its report, and the corrections that were made to this very text before. */
  async function fill(session) {
    const { analyze, readingView } = await draft.modules();
    session.text = await draft.renderedText(session.raw);
    if (!session.text) throw new Error(__("There is no text to review yet.", "onrecord"));
    const before = draft.known.review || state().review ? await draft.fetchReviewed() : undefined;
    const same = before?.text === session.text;
    const report = await analyze(session.text, draft.options());
    if (!dialog) return;
    session.view = readingView(draft.language());
    dialog.querySelector(".onrecord-review-view").replaceChildren(session.view);
    const corrections = (same && before.corrections) || [];
    session.view.show(session.text, { ...report, ...(corrections.length > 0 && { corrections }) });
    const lost = !same && before?.corrections?.length > 0;
    say(lost ? __("The text changed since the last review: its corrections were let go.", "onrecord") : "");
  }

  const state = () => wp.data.select(draft.STORE).state();

  function answer(session) {
    for (const button of dialog.querySelectorAll("[data-keep]")) {
      button.disabled = false;
      button.addEventListener("click", () => keep(session, button.dataset.keep === "publish"));
    }
  }

  /** Freezes what is shown, and publishes the post if that was asked. */
  async function keep(session, publish) {
    if (session.view.text !== session.text) {
      return say(__("The text was changed here. Change it in the post, and review it again.", "onrecord"));
    }
    disable(true);
    try {
      await draft.freeze(await session.view.export("json"), session.raw);
      if (publish) await publishPost();
      dialog.close();
    } catch (error) {
      disable(false);
      say(String(error?.message ?? error));
    }
  }

  function disable(is) {
    for (const button of dialog.querySelectorAll("[data-keep]")) button.disabled = is;
  }

  async function publishPost() {
    const { editPost, savePost } = wp.data.dispatch("core/editor");
    const { isCurrentPostPublished } = wp.data.select("core/editor");
    if (!isCurrentPostPublished()) editPost({ status: "publish" });
    await savePost();
  }

  function say(words) {
    if (dialog) dialog.querySelector(".onrecord-review-message").textContent = words;
  }

  function build() {
    const title = element("h2", { id: "onrecord-review-title" }, __("Review: who says what", "onrecord"));
    const message = element("p", { class: "onrecord-review-message", role: "status" }, __("Reading …", "onrecord"));
    const head = element("header", {}, title, message, ...buttons());
    const view = element("div", { class: "onrecord-review-view" });
    dialog = element("dialog", { class: "onrecord-review", "aria-labelledby": "onrecord-review-title" }, head, view);
    window.addEventListener("keydown", keepKeys, true);
    dialog.addEventListener("close", () => {
      window.removeEventListener("keydown", keepKeys, true);
      dialog.remove();
      dialog = undefined;
    });
  }

  /** The editor listens for its keys in the whole page: it must not undo in the post what is undone in the review. */
  function keepKeys(event) {
    if (!event.ctrlKey && !event.metaKey && !event.altKey) return;
    event.stopImmediatePropagation();
    if (event.key.toLowerCase() === "s") event.preventDefault();
    else dialog.querySelector("on-record-desk")?.press(event);
  }

  function buttons() {
    const { isCurrentPostPublished, getCurrentPost } = wp.data.select("core/editor");
    const mayPublish = Boolean(getCurrentPost()._links?.["wp:action-publish"]);
    const cancel = element("button", { type: "button", class: "button" }, __("Cancel", "onrecord"));
    cancel.addEventListener("click", () => dialog.close());
    const keep = keeper("button", "only", __("Keep for readers", "onrecord"));
    const words = isCurrentPostPublished() ? __("Keep and update", "onrecord") : __("Keep and publish", "onrecord");
    return [cancel, keep, ...(mayPublish ? [keeper("button button-primary", "publish", words)] : [])];
  }

  const keeper = (className, what, words) =>
    element("button", { type: "button", class: className, disabled: "", "data-keep": what }, words);

  function element(name, attributes, ...children) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  }

  window.onRecordReview = { open };
})(window.wp);

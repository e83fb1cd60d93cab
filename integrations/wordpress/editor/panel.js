// Sources in this draft: beside the editor, and once more before publishing.

(function (wp) {
  const { createElement: h, useEffect, useState, Fragment } = wp.element;
  const { Button, Notice, PanelBody, PanelRow, TextareaControl } = wp.components;
  const { useSelect } = wp.data;
  const { __, _n, sprintf } = wp.i18n;
  const { PluginPrePublishPanel, PluginSidebar, PluginSidebarMoreMenuItem } = wp.editor?.PluginSidebar
    ? wp.editor
    : wp.editPost;
  const draft = window.onRecordDraft;

  /** More than this nobody reads beside a text; the review has them all. */
  const MOST_ROWS = 50;

  function useDraft() {
    useEffect(draft.watch, []);
    return useSelect((select) => select(draft.STORE).state(), []);
  }

  function Sources() {
    const { summary, problem, text } = useDraft();
    return h(
      Fragment,
      {},
      h(PanelBody, {}, h(Standing), problem && h(Notice, { status: "error", isDismissible: false }, problem)),
      summary && summary.language !== "en" && h(PanelBody, {}, h("p", {}, otherLanguage())),
      text && h(Quotations),
      summary ? h(Lists, { summary }) : h(PanelBody, {}, h("p", {}, text || problem ? "" : waiting())),
    );
  }

  const waiting = () => __("What you write is read here, on this device, whenever you pause.", "onrecord");
  const otherLanguage = () =>
    __("This text does not seem to be English. OnRecord reads English only so far.", "onrecord");

  function Lists({ summary }) {
    const { speakers, figures, nobody } = summary;
    const named = speakers.filter(({ how }) => how === "named");
    const others = speakers.filter(({ how }) => how !== "named");
    return h(
      Fragment,
      {},
      h(List, { title: __("Named speakers", "onrecord"), items: named, row: speakerRow }),
      h(List, { title: __("Speakers without a name", "onrecord"), items: others, row: speakerRow }),
      h(List, { title: __("Figures that do not add up", "onrecord"), items: figures, row: figureRow }),
      h(List, { title: __("On nobody's word", "onrecord"), items: nobody, row: wordsRow, closed: true }),
    );
  }

  function List({ title, items, row, closed }) {
    const more = items.length - MOST_ROWS;
    return h(
      PanelBody,
      { title: `${title} (${items.length})`, initialOpen: !closed && items.length > 0 },
      h("ul", { className: "onrecord-list" }, items.slice(0, MOST_ROWS).map(row)),
      more > 0 && h("p", {}, sprintf(_n("and %d more", "and %d more", more, "onrecord"), more)),
      items.length === 0 && h("p", {}, __("None.", "onrecord")),
    );
  }

  const ways = {
    described: () => __("described", "onrecord"),
    unnamed: () => __("unnamed", "onrecord"),
  };

  function speakerRow({ id, name, how, claims, words }) {
    const counted = sprintf(_n("%d statement", "%d statements", claims, "onrecord"), claims);
    const about = [counted, ways[how]?.()].filter(Boolean).join(" · ");
    return h("li", { key: id }, goTo(words, name), h("span", { className: "onrecord-about" }, about));
  }

  function figureRow({ id, words, computed }) {
    const quoted = words.map((part) => `“${part}”`).join(" · ");
    const about = sprintf(__("recomputed: %s", "onrecord"), computed);
    return h("li", { key: id }, goTo(words[0], quoted), h("span", { className: "onrecord-about" }, about));
  }

  function wordsRow(words, index) {
    return h("li", { key: index }, goTo(words, words));
  }

  function goTo(words, label) {
    const title = __("Show in the text", "onrecord");
    return h(Button, { variant: "link", title, onClick: () => showInText(words) }, label);
  }

  /** A box for a transcript or a release, and what came of each quotation. */
  function Quotations() {
    const [source, setSource] = useState("");
    const [found, setFound] = useState(undefined);
    const [problem, setProblem] = useState("");
    const check = async () => {
      setProblem("");
      try {
        setFound(await draft.checkQuotations(source));
      } catch (error) {
        setProblem(String(error?.message ?? error));
      }
    };
    return h(
      PanelBody,
      { title: __("Check the quotations against a text", "onrecord"), initialOpen: false },
      h(TextareaControl, {
        label: __("Transcript, speech or release", "onrecord"),
        help: __("It stays on this device and is not saved.", "onrecord"),
        value: source,
        onChange: setSource,
        rows: 6,
      }),
      h(Button, { variant: "secondary", disabled: !source.trim(), onClick: check }, __("Check", "onrecord")),
      problem && h(Notice, { status: "error", isDismissible: false }, problem),
      found && h(Checked, { found }),
    );
  }

  function Checked({ found: { sentence, odd, well } }) {
    return h(
      "div",
      { className: "onrecord-checked", "aria-live": "polite" },
      h("p", {}, h("strong", {}, sentence)),
      h("ul", { className: "onrecord-list" }, odd.slice(0, MOST_ROWS).map(quotationRow)),
      well.length > 0 &&
        h(
          "details",
          {},
          h("summary", {}, sprintf(_n("%d word for word", "%d word for word", well.length, "onrecord"), well.length)),
          h("ul", { className: "onrecord-list" }, well.slice(0, MOST_ROWS).map(quotationRow)),
        ),
    );
  }

  function quotationRow({ id, verdict, who, words, notes }) {
    const about = [verdict, who].filter(Boolean).join(" · ");
    return h(
      "li",
      { key: id },
      goTo(words, `“${words}”`),
      h("span", { className: "onrecord-about" }, about),
      notes.map((note) => h("span", { key: note, className: "onrecord-about" }, note)),
    );
  }

  /** Selects the block that has these words. */
  function showInText(words) {
    const { getClientIdsWithDescendants, getBlock } = wp.data.select("core/block-editor");
    const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");
    const wanted = letters(words);
    const plain = (block) => {
      const { content, value } = block.attributes;
      const html = String(content ?? value ?? "");
      return letters(new DOMParser().parseFromString(html, "text/html").body.textContent);
    };
    const found = getClientIdsWithDescendants().find((id) => plain(getBlock(id)).includes(wanted));
    if (found) wp.data.dispatch("core/block-editor").selectBlock(found);
  }

  /** How the review stands, and the way to it. */
  function Standing() {
    const { review, changed } = useSelect((select) => select(draft.STORE).state(), []);
    return h(
      "div",
      { className: "onrecord-standing" },
      review && changed && h(Notice, { status: "warning", isDismissible: false }, changedSince(review)),
      review && !changed && h("p", { className: "onrecord-reviewed" }, reviewedBy(review)),
      !review && h("p", {}, notReviewed()),
      draft.known.mayReview
        ? h(Actions, { review })
        : h("p", { className: "onrecord-about" }, __("An editor reviews this before readers see it.", "onrecord")),
    );
  }

  const changedSince = ({ by, on }) =>
    /* translators: 1: name of a user, 2: date. */
    sprintf(__("The text has changed since %1$s reviewed it on %2$s.", "onrecord"), by, on);
  const reviewedBy = ({ by, on }) =>
    /* translators: 1: name of a user, 2: date. */
    sprintf(__("Reviewed by %1$s on %2$s.", "onrecord"), by, on);
  const notReviewed = () =>
    draft.known.unreviewed === "hide"
      ? __("Not reviewed yet: readers see nothing of this.", "onrecord")
      : __("Not reviewed yet: readers see what their own browser finds.", "onrecord");

  function Actions({ review }) {
    return h(
      PanelRow,
      {},
      h(
        Button,
        { variant: "primary", onClick: () => window.onRecordReview.open() },
        review ? __("Review again", "onrecord") : __("Review and publish", "onrecord"),
      ),
      review && h(Button, { variant: "link", isDestructive: true, onClick: draft.thaw }, __("Withdraw", "onrecord")),
    );
  }

  /** Before publishing: one line, and the way to the review. */
  function BeforePublishing() {
    const { summary } = useDraft();
    const unnamed = summary?.speakers.filter(({ how }) => how === "unnamed").length ?? 0;
    const figures = summary?.figures.length ?? 0;
    return h(
      PluginPrePublishPanel,
      { title: __("Sources in this draft", "onrecord"), initialOpen: true },
      h(Standing),
      unnamed > 0 && h("p", {}, sprintf(_n("%d unnamed source", "%d unnamed sources", unnamed, "onrecord"), unnamed)),
      figures > 0 && h("p", {}, sprintf(notAddingUp(figures), figures)),
    );
  }

  const notAddingUp = (count) => _n("%d figure does not add up", "%d figures do not add up", count, "onrecord");

  const icon = h(
    "svg",
    { viewBox: "0 0 24 24", width: 24, height: 24 },
    h("path", { d: "M4 4h16v12H9l-5 4zm3 4v2h10V8zm0 3.5v2h7v-2z", fillRule: "evenodd" }),
  );

  wp.plugins.registerPlugin("onrecord", {
    icon,
    render: () => {
      const title = __("Sources in this draft", "onrecord");
      return h(
        Fragment,
        {},
        h(PluginSidebarMoreMenuItem, { target: "sources" }, title),
        h(PluginSidebar, { name: "sources", title }, h(Sources)),
        h(BeforePublishing),
      );
    },
  });
})(window.wp);

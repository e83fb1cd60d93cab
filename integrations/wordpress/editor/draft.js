// What is known of the draft, in a store of its own: its report and what an editor should see of it, read anew in a
// worker when the writer pauses; and how its review stands. Nothing is asked of any server but the site's own.

(function (wp) {
  const { createReduxStore, register, select, dispatch, subscribe } = wp.data;
  const known = window.onRecordEditor;

  const STORE = "onrecord/draft";
  /** A writer who stops for this long has finished a thought. */
  const PAUSE_MS = 600;

  const empty = { text: "", report: undefined, summary: undefined, problem: "", review: known.review };
  const store = createReduxStore(STORE, {
    reducer: (state = empty, { type, change }) => (type === "CHANGE" ? { ...state, ...change } : state),
    actions: { change: (change) => ({ type: "CHANGE", change }) },
    selectors: { state: (state) => state },
  });
  register(store);
  const change = (what) => dispatch(STORE).change(what);

  let analyser;
  /** The analyser's modules, loaded when they are first wanted. */
  function modules() {
    analyser ??= import(known.assets + "draft.js");
    return analyser;
  }

  const language = () => document.documentElement.lang || "en";
  const options = () => ({ published: known.published, outlet: known.outlet });
  const content = () => select("core/editor").getEditedPostContent();

  let asking;
  let lastContent;
  /** Reads the draft as it is now; of several readings only the last counts. */
  async function read() {
    const now = content();
    if (now === lastContent) return;
    lastContent = now;
    asking?.abort();
    const mine = (asking = new AbortController());
    try {
      const { textOf, analyze, summary } = await modules();
      const text = textOf(now);
      const report = text ? await analyze(text, options(), mine.signal) : undefined;
      if (mine.signal.aborted) return;
      const changed = await isChanged(now, text);
      change({ text, report, summary: report && summary(text, report, language()), changed, problem: "" });
    } catch (error) {
      if (!mine.signal.aborted) change({ problem: String(error?.message ?? error) });
    }
  }

  /** Whether what was reviewed is another text than this: spaces and the shape of quotation marks do not count. */
  async function isChanged(now, text) {
    const { review, reviewedText } = select(STORE).state();
    if (!review) return false;
    if (review.content === (await sha256(now))) return false;
    return reviewedText === undefined || letters(reviewedText) !== letters(text);
  }

  const letters = (text) => text.replace(/[^\p{L}\p{N}]+/gu, "");

  /** In hex; nothing on a page that is not served securely. */
  async function sha256(text) {
    if (!window.crypto?.subtle) return undefined;
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
    return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** The draft's quotations beside a text that the editor pasted. */
  async function checkQuotations(source) {
    const { textOf, compare, quotations } = await modules();
    const text = textOf(content());
    return quotations(text, source, await compare(text, source, options()), language());
  }

  let watchers = 0;
  let stop;
  /** Reads whenever the writer pauses, as long as somebody looks. Answers what ends it. */
  function watch() {
    watchers += 1;
    stop ??= watchBlocks();
    return () => {
      watchers -= 1;
      if (watchers > 0) return;
      stop();
      stop = undefined;
    };
  }

  function watchBlocks() {
    let blocks;
    let timer;
    const look = () => {
      const now = select("core/block-editor").getBlocks();
      if (now === blocks) return;
      blocks = now;
      clearTimeout(timer);
      timer = setTimeout(() => window.requestIdleCallback(read, { timeout: PAUSE_MS }), PAUSE_MS);
    };
    const unsubscribe = subscribe(look);
    look();
    if (known.review && select(STORE).state().reviewedText === undefined) fetchReviewed();
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }

  const path = (what) => `/onrecord/v1/posts/${known.post}/${what}`;

  /** The report that was frozen, with its text and corrections. */
  async function fetchReviewed() {
    const saved = await wp.apiFetch({ path: path("report") }).catch(() => undefined);
    change({ reviewedText: saved?.text ?? "" });
    lastContent = undefined;
    read();
    return saved;
  }

  /** The words as readers would get them: the site's filters have gone over them. */
  async function renderedText(raw) {
    const { html } = await wp.apiFetch({ path: path("rendered"), method: "POST", data: { content: raw } });
    return (await modules()).textOf(html);
  }

  /** Keeps a report for the readers. */
  async function freeze(json, raw) {
    const review = await wp.apiFetch({ path: path("report"), method: "PUT", data: { report: json, content: raw } });
    change({ review, reviewedText: JSON.parse(json).text, changed: false });
  }

  /** Readers see no report any more. */
  async function thaw() {
    await wp.apiFetch({ path: path("report"), method: "DELETE" });
    change({ review: null, reviewedText: undefined, changed: false });
  }

  window.onRecordDraft = {
    STORE,
    known,
    change,
    checkQuotations,
    content,
    fetchReviewed,
    freeze,
    language,
    modules,
    options,
    read,
    renderedText,
    thaw,
    watch,
  };
})(window.wp);

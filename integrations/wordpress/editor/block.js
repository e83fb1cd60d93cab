// The block: the server draws it for readers; here it shows what they will see, from the draft's own report.

(function (wp) {
  const { createElement: h, useEffect, Fragment } = wp.element;
  const { InspectorControls, useBlockProps } = wp.blockEditor;
  const { PanelBody, SelectControl } = wp.components;
  const { useSelect } = wp.data;
  const { __, _n, sprintf } = wp.i18n;
  const draft = window.onRecordDraft;

  /** As many speakers as a preview needs. */
  const SHOWN = 3;

  function Edit({ attributes, setAttributes }) {
    return h(
      Fragment,
      {},
      h(InspectorControls, {}, h(Controls, { attributes, setAttributes })),
      h("div", useBlockProps({ className: "onrecord-preview" }), h(Preview, { mode: attributes.mode })),
    );
  }

  function Controls({ attributes, setAttributes }) {
    const choice = (name, label, options) =>
      h(SelectControl, {
        label,
        value: attributes[name],
        options: [{ value: "", label: __("As in the settings", "onrecord") }, ...options],
        onChange: (value) => setAttributes({ [name]: value }),
      });
    return h(
      PanelBody,
      { title: __("What readers see", "onrecord") },
      choice("mode", __("How it shows", "onrecord"), [
        { value: "button", label: __("A button; the rest on a click", "onrecord") },
        { value: "panel", label: __("The lists", "onrecord") },
        { value: "inline", label: __("Marks in the article", "onrecord") },
      ]),
      choice("theme", __("Colours", "onrecord"), [
        { value: "light", label: __("Light", "onrecord") },
        { value: "dark", label: __("Dark", "onrecord") },
      ]),
    );
  }

  function Preview({ mode }) {
    useEffect(draft.watch, []);
    const { summary, review, changed } = useSelect((select) => select(draft.STORE).state(), []);
    const standing = !review
      ? __("Preview. Readers see nothing until this is reviewed.", "onrecord")
      : changed
        ? __("Preview. The text has changed since the review.", "onrecord")
        : __("Preview. Reviewed: readers see this.", "onrecord");
    return h(
      Fragment,
      {},
      h("p", { className: "onrecord-preview-standing" }, standing),
      mode === "panel" || mode === "inline"
        ? h(Speakers, { summary })
        : h("span", { className: "onrecord-preview-button" }, __("Who says what?", "onrecord")),
    );
  }

  function Speakers({ summary }) {
    const speakers = summary?.speakers ?? [];
    if (speakers.length === 0) return h("p", {}, __("Nobody speaks in this text yet.", "onrecord"));
    const counted = (claims) => sprintf(_n("%d statement", "%d statements", claims, "onrecord"), claims);
    const row = ({ id, name, claims }) => h("li", { key: id }, h("strong", {}, name), ` · ${counted(claims)}`);
    const more = speakers.length > SHOWN && h("li", { key: "more" }, "…");
    return h("ul", {}, speakers.slice(0, SHOWN).map(row), more);
  }

  wp.blocks.registerBlockType("onrecord/who-says-what", { edit: Edit, save: () => null });
})(window.wp);

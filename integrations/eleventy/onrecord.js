// An Eleventy plugin: copies the package into the site, and adds the shortcode `onrecord`.

const KNOWN = ["mode", "kinds", "views", "theme", "loading", "export", "outlet", "published"];

/**
 * @param {object} eleventy Eleventy's configuration
 * @param {{ files?: string, path?: string }} [options] where the package is, and where the site is to have it
 */
export default function onrecord(eleventy, { files = "onrecord", path = "/onrecord/" } = {}) {
  eleventy.addPassthroughCopy({ [files]: path });
  eleventy.addShortcode("onrecord", function (asked = {}) {
    const published = this.page?.date?.toISOString().slice(0, 10);
    const all = { published, ...asked };
    const attributes = KNOWN.filter((name) => all[name]).map((name) => ` ${name}="${escape(all[name])}"`);
    const article = escape(all.for ?? "article");
    const script = `<script src="${escape(path)}onrecord.js" defer></script>`;
    return `${script}\n<on-record for="${article}"${attributes.join("")}></on-record>`;
  });
}

function escape(value) {
  return String(value).replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

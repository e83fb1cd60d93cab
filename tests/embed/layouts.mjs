// Pages as other people's systems make them, around an article whose words are known. Those of `themes/` were made by the
// themes themselves; the two of WordPress follow the templates in Debian's packages; the others are written by hand in the
// manner of what their names say. All words are ours.

import { readFileSync } from "node:fs";

const P = (paragraphs) => paragraphs.map((words) => `<p>${words}</p>`).join("\n");
const SHARE =
  '<div class="sharedaddy sd-sharing-enabled"><h3>Share this:</h3><ul><li><a href="#">Facebook</a></li><li><a href="#">X</a></li></ul></div>';
const RELATED =
  '<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3><p>A minister said that something else entirely had happened.</p></div>';
const COMMENTS = `<div id="comments" class="comments-area"><h2 class="comments-title">3 thoughts</h2><ol class="comment-list"><li class="comment"><p>Somebody said that this was rubbish, and many people said that it was not.</p></li></ol></div>`;
const CAPTION = (tag = "figure") =>
  `<${tag} class="wp-caption alignright"><img alt=""><figcaption class="wp-caption-text">A caption said nothing. Photo: Agency</figcaption></${tag}>`;
const NAV = '<nav><ul><li><a href="#">Home</a></li><li><a href="#">World</a></li></ul></nav>';
const ASIDE =
  '<aside class="sidebar"><h2>Most read</h2><p>The sidebar said that it was not part of the article, at some length, too.</p></aside>';
const FOOT = "<footer><p>All rights are reserved by people who said so in a very long footer.</p></footer>";

/** Puts something between the second and the third paragraph. */
const between = (paragraphs, html) => `${P(paragraphs.slice(0, 2))}\n${html}\n${P(paragraphs.slice(2))}`;

/** A page that a theme made, with an article in the place of its post. */
function themed(name, file) {
  const made = readFileSync(new URL(`themes/${file}.html`, import.meta.url), "utf8");
  const [, head, body] = /<head>([^]*)<\/head>[^]*?<body[^>]*>([^]*)<\/body>/.exec(made);
  const fill = (html, { headline, paragraphs }) =>
    html
      .replace("<p>ONRECORD-PARAGRAPHS</p>", P(paragraphs))
      .replaceAll("ONRECORD-PARAGRAPHS", "")
      .replaceAll("ONRECORD-HEADLINE", headline.replaceAll('"', "&quot;"));
  return { name, published: "2025-03-06", head, page: (article) => fill(body, article) };
}

/**
 * Name, the page around an article, and, where the page does not show by itself what is meant, the selector that its owner
 * gives. `headline` tells whether the headline is inside the article, `published` what the page itself says of its day.
 */
export const LAYOUTS = [
  themed("Jekyll's minima, by Jekyll", "jekyll-minima"),
  themed("Hexo's landscape, by Hexo", "hexo-landscape"),
  themed("Ghost's Casper", "ghost-casper"),
  themed("Ghost's Source", "ghost-source"),
  {
    name: "WordPress, Twenty Twenty-One with Jetpack",
    page: ({
      headline,
      paragraphs,
    }) => `<div id="page" class="site"><header id="masthead">${NAV}</header><div id="content" class="site-content"><div id="primary" class="content-area"><main id="main" class="site-main">
      <article id="post-12" class="post-12 post type-post status-publish format-standard hentry category-world"><header class="entry-header alignwide"><h1 class="entry-title">${headline}</h1><figure class="post-thumbnail"><img alt=""><figcaption class="wp-caption-text">The thumbnail's caption</figcaption></figure></header>
      <div class="entry-content">${between(paragraphs, CAPTION())}${SHARE}${RELATED}</div>
      <footer class="entry-footer default-max-width"><div class="posted-by"><span class="posted-on">Published <time class="entry-date" datetime="2025-03-06">6 March</time></span></div><div class="post-taxonomies">Categorized as World</div></footer>
      <div class="author-bio show-avatars"><div class="author-bio-content"><h2 class="author-title">By A. Writer</h2><p class="author-description">A. Writer said that she writes.</p></div></div></article>
      ${COMMENTS}<nav class="navigation post-navigation"><p>Next post</p></nav></main></div></div>${FOOT}</div>`,
  },
  {
    name: "WordPress, Twenty Twenty-Three (blocks)",
    headline: false,
    page: ({
      headline,
      paragraphs,
    }) => `<div class="wp-site-blocks"><header class="wp-block-template-part">${NAV}</header>
      <main class="wp-block-group"><div class="wp-block-group is-layout-constrained"><h1 class="wp-block-post-title">${headline}</h1></div>
      <div class="entry-content wp-block-post-content is-layout-constrained">${between(paragraphs, `<figure class="wp-block-image"><img alt=""><figcaption class="wp-element-caption">A caption</figcaption></figure><figure class="wp-block-pullquote"><blockquote><p>A quotation pulled out said it again</p></blockquote></figure>`)}</div>
      <div class="wp-block-group"><div class="wp-block-post-date"><time datetime="2025-03-06">March 6, 2025</time></div><p class="has-small-font-size">Posted in World by A. Writer</p></div>
      <section class="wp-block-template-part"><div class="wp-block-comments"><p>A comment said nothing.</p></div></section></main>${FOOT}</div>`,
  },
  {
    name: "in the manner of Jekyll's Chirpy",
    page: ({
      headline,
      paragraphs,
    }) => `<div id="sidebar"><nav><ul><li>Home</li></ul></nav></div><div id="main-wrapper"><div id="main"><div id="core-wrapper"><div class="post px-1"><h1 data-toc-skip>${headline}</h1>
      <div class="post-meta text-muted"><span>Posted <em>Mar 6, 2025</em></span><div class="d-flex"><span>By <em><a href="#">A. Writer</a></em></span><span class="readtime">5 min read</span></div></div>
      <div class="post-content">${P(paragraphs)}</div>
      <div class="post-tail-wrapper text-muted"><div class="post-meta mb-3"><a href="#">World</a></div><div class="post-tags"><a class="post-tag" href="#">news</a></div><div class="post-tail-bottom"><div class="license-wrapper">This post is licensed by the author.</div><div class="share-wrapper"><span class="share-label">Share</span></div></div></div></div></div>
      <div id="panel-wrapper"><div class="related-posts"><p>Further reading said nothing.</p></div></div></div></div>`,
    headline: false,
  },
  {
    name: "Ghost with captions, a bookmark and a card to sign up",
    page: ({
      headline,
      paragraphs,
    }) => `<div class="viewport"><header id="gh-head" class="gh-head outer">${NAV}</header><div class="site-content"><main id="site-main" class="site-main">
      <article class="article post tag-news featured"><header class="article-header gh-canvas"><div class="article-tag post-card-tags"><a href="#">News</a></div><h1 class="article-title">${headline}</h1><div class="article-byline"><section class="article-byline-content"><h4 class="author-name"><a href="#">A. Writer</a></h4><div class="byline-meta-content"><time class="byline-meta-date" datetime="2025-03-06">Mar 6</time><span class="byline-reading-time">4 min read</span></div></section></div><figure class="article-image"><img alt=""><figcaption>A caption</figcaption></figure></header>
      <section class="gh-content gh-canvas">${between(paragraphs, `<figure class="kg-card kg-image-card kg-card-hascaption"><img alt=""><figcaption>Another caption said so</figcaption></figure><figure class="kg-card kg-bookmark-card"><a class="kg-bookmark-container" href="#"><div class="kg-bookmark-title">Elsewhere</div></a></figure><div class="kg-card kg-signup-card"><form><p>Sign up, they said</p></form></div>`)}</section></article></main>
      <section class="footer-cta"><p>Subscribe, it said.</p></section><aside class="read-more-wrap"><article class="post-card"><h2>Another</h2><p>An excerpt said something short.</p></article></aside></div>${FOOT}</div>`,
  },
  {
    name: "in the manner of Hugo's PaperMod",
    page: ({
      headline,
      paragraphs,
    }) => `<header class="header">${NAV}</header><main class="main"><article class="post-single"><header class="post-header"><div class="breadcrumbs"><a href="#">Home</a> » <a href="#">Posts</a></div><h1 class="post-title">${headline}</h1><div class="post-meta"><span title="2025-03-06">March 6, 2025</span> · 4 min · A. Writer</div></header><div class="toc"><details><summary>Contents</summary></details></div>
      <div class="post-content">${P(paragraphs)}</div><footer class="post-footer"><ul class="post-tags"><li><a href="#">news</a></li></ul><nav class="paginav"><a href="#">Next</a></nav><ul class="share-buttons"><li><a href="#">share</a></li></ul></footer></article></main>${FOOT}`,
  },
  {
    name: "AMP-like",
    page: ({
      headline,
      paragraphs,
    }) => `<amp-sidebar><p>The menu said hello.</p></amp-sidebar><main><article class="amp-wp-article"><header class="amp-wp-article-header"><h1 class="amp-wp-title">${headline}</h1><div class="amp-wp-meta amp-wp-byline post-meta">A. Writer</div></header>
      <div class="amp-wp-article-content">${between(paragraphs, `<amp-img><noscript><img alt="x"></noscript></amp-img><amp-ad><div fallback>Advertisement said buy</div></amp-ad><amp-social-share></amp-social-share>`)}</div></article></main>`,
  },
  {
    name: "infinite scroll",
    page: ({ headline, paragraphs }) =>
      `<main id="stream"><article><h1>${headline}</h1>${P(paragraphs)}</article><article class="next"><h1>The next one</h1>${P(Array(12).fill("The next article said something else, and it went on for a while, as the next article always does in such a stream."))}</article><div class="loading-more">Loading</div></main>`,
  },
  {
    name: "paywall overlay",
    page: ({ headline, paragraphs }) =>
      `<div class="layout"><div role="dialog"><p>A dialog said subscribe.</p></div><article><h1>${headline}</h1>${P(paragraphs.slice(0, 3))}<div class="paywall-overlay"><h2>Subscribe to read on</h2><p>Our readers said that it was worth it.</p></div>${P(paragraphs.slice(3))}<p style="display: none">A hidden paragraph said what nobody sees.</p></article></div>`,
  },
  {
    name: "a page from right to left",
    page: ({ headline, paragraphs }) =>
      `<div dir="rtl" lang="ar"><header><nav><a href="#">الرئيسية</a></nav></header><main><div class="breadcrumb">الأخبار</div><article dir="ltr" lang="en"><h1>${headline}</h1><div class="byline">كتب: فلان</div>${P(paragraphs)}</article><section class="related-stories"><p>قال الوزير إن الميناء سيبقى مفتوحا.</p></section></main></div>`,
  },
  {
    name: "live blog",
    page: ({ headline, paragraphs }) =>
      `<main><article class="live"><h1>${headline}</h1>${paragraphs.map((words, i) => `<div class="entry" id="e${i}"><div class="stamp"><time datetime="2025-03-06T1${i % 10}:00">1${i % 10}:00</time></div><p>${words}</p><div class="share-entry social"><a href="#">Share</a></div></div>`).join("")}</article></main>`,
  },
  {
    name: "two articles on one page",
    selector: "#second",
    page: ({ headline, paragraphs }) =>
      `<main><article id="first"><h2>Another one</h2>${P(Array(9).fill("The other article said that it came first on this page, and that was that."))}</article><article id="second"><h2>${headline}</h2>${P(paragraphs)}</article></main>`,
  },
  {
    name: "no tags that tell: div in div",
    headline: false,
    page: ({ headline, paragraphs }) =>
      `<div id="top"><a href="#">Home</a></div><table><tr><td><div class="c1"><div class="c2"><b>${headline}</b></div><div class="c3">${P(paragraphs)}</div></div></td><td><div class="c4"><p>A column beside it said little.</p></div></td></tr></table>`,
  },
  {
    name: "a newspaper with things between the paragraphs",
    page: ({
      headline,
      paragraphs,
    }) => `<main><article itemscope><div class="kicker tags"><a href="#">World</a></div><h1>${headline}</h1><p class="byline">By <a href="#">A. Writer</a></p><div class="social-tools"><button>Save</button><span>12 shares</span></div>
      ${between(paragraphs, `<aside class="pullquote"><p>“It was said”</p></aside><div class="ad-slot ads">Advertisement</div><p class="read-more"><strong>Read more:</strong> <a href="#">What else was said</a></p><div class="newsletter-signup"><p>Our newsletter said sign up</p></div><ul><li><a href="#">One more story</a></li><li><a href="#">And another</a></li></ul><svg><text>chart</text></svg><span class="sr-only">End of advertisement</span>`)}</article>${ASIDE}</main>${FOOT}`,
  },
];

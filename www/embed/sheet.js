/** A style sheet that needs no permission of a policy for inline styles. @param {string} text */
export function sheet(text) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

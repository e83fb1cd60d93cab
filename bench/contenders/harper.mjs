// harper.js: parts of speech and grammar, from Rust like us.

/** @param {unknown} _read @param {string} [folder] where its modules are */
export async function open(_read, folder = "harper.js") {
  const node = folder === "harper.js";
  const { LocalLinter } = await import(node ? "harper.js" : `${folder}/index.js`);
  const { binary } = await import(node ? "harper.js/binary" : `${folder}/binary.js`);
  const linter = new LocalLinter({ binary });
  await linter.setup();
  return { analyze: (text) => linter.lint(text) };
}

// What a reader lets this device keep: language and theme, or the article with its corrections. One database of this site,
// made only when it is asked for, and one call deletes it. The single file has none of this.

const NAME = "onrecord";
const STORE = "kept";

/** @typedef {{ language?: string, theme?: string }} Settings */
/** @typedef {{ settings?: Settings, article?: string, saved?: number }} Kept `article` as the saved report's JSON */

export class Keeper {
  /** @param {{ article?: boolean }} [may] whether articles may be kept, besides settings */
  constructor({ article = true } = {}) {
    this.articles = article;
  }

  /** What is kept; nothing if nobody asked for it. @returns {Promise<Kept>} */
  async read() {
    if (!(await exists())) return {};
    const keys = /** @type {const} */ (["settings", "article", "saved"]);
    const values = await Promise.all(keys.map((key) => inStore("readonly", (store) => store.get(key))));
    return Object.fromEntries(keys.map((key, i) => [key, values[i]]).filter(([, value]) => value !== undefined));
  }

  /** @param {Kept} kept what is undefined is kept no longer */
  async keep(kept) {
    for (const [key, value] of Object.entries(kept)) {
      await inStore("readwrite", (store) => (value === undefined ? store.delete(key) : store.put(value, key)));
    }
    const { settings, article } = await this.read();
    if (!settings && !article) await this.forget();
  }

  /** @returns {Promise<void>} */
  async forget() {
    await answer(indexedDB.deleteDatabase(NAME));
  }
}

/** Without making it. */
async function exists() {
  const all = (await indexedDB.databases?.()) ?? [];
  return all.some(({ name }) => name === NAME);
}

/** @param {"readonly" | "readwrite"} mode @param {(store: IDBObjectStore) => IDBRequest} ask */
async function inStore(mode, ask) {
  const opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
  const database = await answer(opening);
  try {
    return await answer(ask(database.transaction(STORE, mode).objectStore(STORE)));
  } finally {
    database.close();
  }
}

/** @param {IDBRequest} request @returns {Promise<any>} */
function answer(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

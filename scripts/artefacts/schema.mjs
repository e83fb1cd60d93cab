// report.schema.json from www/report.d.ts, which a test holds to what the engine answers. It reads the few forms of
// TypeScript that stand there: interfaces, unions of words, arrays, references.

const SCHEMA = "https://json-schema.org/draft/2020-12/schema";

/** @param {string} source of report.d.ts */
export function reportSchema(source) {
  const text = source.replace(/\/\/.*$/gm, "");
  const $defs = {};
  for (const [, doc, name, base, body] of text.matchAll(
    /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?export interface (\w+)(?: extends (\w+))? \{([^]*?)\n\}/g,
  )) {
    $defs[name] = object(body, $defs[base], doc);
  }
  for (const [, name, type] of text.matchAll(/export type (\w+) =\s*([^;]*"[^;]*);/g)) $defs[name] = schemaOf(type);
  const { Report, Options, ...rest } = $defs;
  return {
    $schema: SCHEMA,
    $id: "https://onrecord.invalid/report.schema.json",
    title: "Report",
    ...Report,
    $defs: rest,
  };
}

/** @param {string} body of an interface @param {any} base @param {string} [doc] */
function object(body, base, doc) {
  const properties = { ...base?.properties };
  const required = [...(base?.required ?? [])];
  for (const [, doc, name, optional, type] of body.matchAll(
    /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?^\s*(\w+)(\?)?:\s*((?:[^;{]|\{[^}]*\})*);/gm,
  )) {
    properties[name] = { ...schemaOf(type), ...described(doc) };
    if (!optional) required.push(name);
  }
  return { type: "object", ...described(doc), properties, required, additionalProperties: false };
}

const described = (doc) => (doc ? { description: doc.replace(/\s*\n\s*\*\s*/g, " ").trim() } : {});

/** @param {string} written */
function schemaOf(written) {
  const type = written.trim().replace(/^\|\s*/, "");
  if (type.endsWith("[]")) return { type: "array", items: schemaOf(type.slice(0, -2)) };
  if (type.startsWith("{") && type.endsWith("}")) return object(`${type.slice(1, -1).replaceAll(";", ";\n")};`);
  const parts = type.split(/\s*\|\s*(?![^{]*\})/);
  if (parts.every((part) => /^"[^"]*"$/.test(part))) return { enum: parts.map((part) => JSON.parse(part)) };
  if (parts.length > 1) return { anyOf: parts.map(schemaOf) };
  if (type === "true") return { const: true };
  if (/^\d+$/.test(type)) return { const: Number(type) };
  if (["string", "number", "boolean"].includes(type)) return { type };
  return { $ref: `#/$defs/${type}` };
}

/**
 * The same in few bytes, for the page, which holds what it opens to it: each definition is a type or its properties by
 * name, and each type is a word. "string?" may be missing, "#Span[]" is a list of spans, "|a|b" one of these, "=true" that
 * alone, "string or #Computed" either.
 * @param {any} schema @returns {Record<string, any>}
 */
export function compactSchema({ properties, required, $defs }) {
  /** @type {Record<string, any>} */
  const compact = {};
  const add = (name, { type, properties, required, ...rest }) => {
    compact[name] = type === "object" ? fields(name, properties, required) : word(name, { type, ...rest });
  };
  const fields = (owner, properties, required) =>
    Object.fromEntries(
      Object.entries(properties).map(([name, type]) => {
        return [name, `${word(`${owner}.${name}`, type)}${required.includes(name) ? "" : "?"}`];
      }),
    );
  const word = (name, wanted) => {
    if (wanted.$ref) return `#${wanted.$ref.split("/").at(-1)}`;
    if (wanted.anyOf) return wanted.anyOf.map((one) => word(name, one)).join(" or ");
    if (wanted.type === "array") return `${word(name, wanted.items)}[]`;
    if (wanted.enum) return wanted.enum.map((value) => `|${value}`).join("");
    if ("const" in wanted) return `=${wanted.const}`;
    if (wanted.type !== "object") return wanted.type;
    add(name, wanted);
    return `#${name}`;
  };
  add("Report", { type: "object", properties, required });
  for (const [name, wanted] of Object.entries($defs)) add(name, wanted);
  return compact;
}

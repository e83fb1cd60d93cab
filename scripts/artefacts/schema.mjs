// report.schema.json from www/report.d.ts and comparison.schema.json from www/comparison.d.ts, which tests hold to what the
// engine answers. It reads the few forms of TypeScript that stand there: interfaces, unions of words, arrays, references.

const SCHEMA = "https://json-schema.org/draft/2020-12/schema";

/** @param {string} source of report.d.ts */
export function reportSchema(source) {
  const { Report, Options, ...rest } = definitions(source);
  return schemaFor("Report", Report, rest);
}

/** @param {string} report of report.d.ts @param {string} comparison of comparison.d.ts */
export function comparisonSchema(report, comparison) {
  const { Comparison, CompareOptions, Options, ...rest } = definitions(`${report}\n${comparison}`);
  return schemaFor("Comparison", Comparison, rest);
}

/** @param {string} title @param {object} root @param {object} $defs */
function schemaFor(title, root, $defs) {
  return { $schema: SCHEMA, $id: `https://onrecord.invalid/${title.toLowerCase()}.schema.json`, title, ...root, $defs };
}

/** @param {string} source of types */
function definitions(source) {
  const text = source.replace(/\/\/.*$/gm, "");
  const $defs = {};
  for (const [, doc, name, base, body] of text.matchAll(
    /(?:\/\*\*((?:(?!\*\/)[^])*)\*\/\s*)?export interface (\w+)(?: extends (\w+))? \{([^]*?)\n\}/g,
  )) {
    $defs[name] = object(body, $defs[base], doc);
  }
  for (const [, name, type] of text.matchAll(/export type (\w+) =\s*([^;]*"[^;]*);/g)) $defs[name] = schemaOf(type);
  return $defs;
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
 * The same in few bytes, for who holds files to it: of each object the types of its fields, written as in TypeScript, and an
 * optional field's name with a question mark.
 * @param {string} source of report.d.ts @returns {Record<string, Record<string, string>>}
 */
export function reportShapes(source) {
  const { $defs, ...report } = reportSchema(source);
  const shapes = {};
  const add = (name, { properties, required }) => {
    const field = (key) => (required.includes(key) ? key : `${key}?`);
    shapes[name] = Object.fromEntries(
      Object.entries(properties).map(([key, s]) => [field(key), typeOf(s, `${name}.${key}`)]),
    );
    return name;
  };
  const typeOf = (schema, name) => {
    if (schema.$ref) return typeOfNamed(schema.$ref.split("/").at(-1));
    if (schema.anyOf) return schema.anyOf.map((one) => typeOf(one, name)).join("|");
    if (schema.enum) return schema.enum.map((word) => JSON.stringify(word)).join("|");
    if ("const" in schema) return JSON.stringify(schema.const);
    if (schema.type === "array") return `${typeOf(schema.items, name)}[]`;
    return schema.type === "object" ? add(name, schema) : schema.type;
  };
  const typeOfNamed = (name) => ($defs[name].enum ? typeOf($defs[name]) : name);
  add("Report", report);
  for (const [name, schema] of Object.entries($defs)) if (schema.type === "object") add(name, schema);
  return shapes;
}

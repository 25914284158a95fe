"use strict";
// Reads the document's schemas and draws them as lists of fields.
const Schema = (() => {
  const { el, code, words, prose } = Nodes;

  let root;
  const use = (document) => (root = document);
  const at = (reference) => reference.slice(2).split("/").reduce((node, key) => node[key.replace(/~1/g, "/").replace(/~0/g, "~")], root);
  const resolve = (node) => (node?.$ref ? { ...at(node.$ref), ...node, $ref: undefined } : node);

  const merge = (one, other) => ({ ...one, ...other, ...(one.properties && other.properties ? { properties: { ...one.properties, ...other.properties } } : null) });
  // A schema with its references, its parts (allOf) and "this or null" resolved.
  const shape = (schema) => {
    const { $ref, allOf, ...rest } = schema ?? {};
    const own = [...($ref ? [shape(at($ref))] : []), ...(allOf ?? []).map(shape), rest].reduce(merge, {});
    const choice = (own.anyOf ?? own.oneOf)?.filter((one) => one.type !== "null");
    if (choice?.length !== 1) return own;
    return { ...shape(choice[0]), ...own, anyOf: undefined, oneOf: undefined, nullable: true };
  };

  // The words of an enumeration with their meanings, which stand beside it as a map or as a list, or as constants of their own.
  const meanings = (schema) => {
    const s = shape(schema);
    const choices = s.oneOf ?? s.anyOf;
    if (!s.enum && choices?.every((one) => one.const !== undefined)) return choices.map((one) => [one.const, one.description ?? ""]);
    const known = s["x-enumDescriptions"] ?? s["x-enum-descriptions"];
    return (s.enum ?? []).map((word, index) => [word, (Array.isArray(known) ? known[index] : known?.[word]) ?? ""]);
  };

  const exampleOf = (content) => content?.example ?? Object.values(content?.examples ?? {})[0]?.value;
  const valueOf = (parameter) => parameter.example ?? Object.values(parameter.examples ?? {})[0]?.value ?? shape(parameter.schema).examples?.[0] ?? parameter.name;

  const typeOf = (schema) => {
    const s = shape(schema);
    const types = [s.type].flat().filter((type) => type && type !== "null");
    const plain = types[0] === "array" ? `list of ${typeOf(s.items)}` : s.anyOf && !meanings(s).length ? "object" : (types.join(" or ") || (s.const !== undefined ? typeof s.const : meanings(s).length ? "string" : "null"));
    return s.format ? `${plain} (${s.format})` : plain;
  };
  const limits = (s) => [
    s.nullable || [s.type].flat().includes("null") ? "may be null" : null,
    s.minLength > 1 || (s.minLength && s.maxLength) ? `${s.minLength} to ${s.maxLength ?? "any number of"} characters` : s.maxLength ? `at most ${s.maxLength} characters` : null,
    s.minItems || s.maxItems ? `${s.minItems ?? 0} to ${s.maxItems ?? "any number of"} items` : null,
    s.minimum !== undefined && s.maximum !== undefined ? `${s.minimum} to ${s.maximum}` : s.minimum !== undefined ? `at least ${s.minimum}` : null,
    s.default !== undefined ? `default ${s.default}` : null,
  ].filter(Boolean);
  const options = (s) => {
    const known = meanings(s);
    if (!known.length) return null;
    return el("ul", { class: "words" }, known.some(([, meaning]) => meaning)
      ? known.map(([word, meaning]) => el("li", null, code(word), " ", ...words(meaning)))
      : el("li", null, "One of ", ...known.flatMap(([word], index) => [index ? ", " : "", code(word)])));
  };

  const field = (name, schema, required, description, sample, isRequest) => {
    const s = shape(schema);
    const shown = sample ?? s.examples?.[0];
    const inner = shape(s.items ?? s);
    return el("li", { class: "field" },
      code(name, "name"), "\u2002",
      el("span", { class: "meta" }, [typeOf(schema), ...limits(s)].map((part) => part.replaceAll(" ", "\u00a0")).join(" · ")),
      ...(required ? ["\u2002", el("span", { class: "need" }, "required")] : []),
      ...prose(description ?? s.description),
      s.pattern && !s.enum ? el("p", { class: "soft" }, "Pattern ", code(s.pattern)) : null,
      shown !== undefined && shown !== null && typeof shown !== "object" ? el("p", { class: "soft" }, "Example ", code(shown)) : null,
      options(s),
      inner.properties ? el("details", null, el("summary", null, "Fields of ", ...Nodes.breakable(name)), members(inner, isRequest)) : null);
  };
  // In requests it matters which fields are required; answers have all of them.
  const members = (schema, isRequest) => {
    const s = shape(schema);
    return el("ul", { class: "fields" }, Object.entries(s.properties ?? {}).map(([name, of]) => field(name, of, isRequest && s.required?.includes(name), undefined, undefined, isRequest)));
  };

  return { use, at, resolve, shape, meanings, exampleOf, valueOf, field, members };
})();

"use strict";
(async () => {
  const verbs = ["get", "post", "put", "patch", "delete"];
  const main = document.getElementById("main");
  const nav = document.getElementById("nav");
  const menu = document.getElementById("menu");

  // Everything is made of nodes and texts, so nothing in the document can become markup.
  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
    node.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return node;
  };

  // The little of Markdown that descriptions use: `code`, **bold**, paragraphs.
  const words = (text) =>
    text.split(/(`[^`]+`|\*\*[^*]+\*\*)/).map((part) =>
      part.startsWith("`") ? el("code", null, part.slice(1, -1))
      : part.startsWith("**") ? el("strong", null, part.slice(2, -2))
      : part);
  const prose = (text, look) => (text ?? "").split("\n\n").filter(Boolean).map((part) => el("p", look ? { class: look } : null, ...words(part)));

  const breakable = (path) => path.split(/(?=\/)/).flatMap((part) => [el("wbr"), part]);

  let api;
  const at = (reference) => reference.slice(2).split("/").reduce((node, key) => node[key.replace(/~1/g, "/").replace(/~0/g, "~")], api);
  const resolve = (node) => (node?.$ref ? { ...at(node.$ref), ...node, $ref: undefined } : node);
  const shape = (schema) => {
    const own = resolve(schema) ?? {};
    if (own.allOf?.length === 1) return { ...resolve(own.allOf[0]), ...own, allOf: undefined };
    const choice = (own.anyOf ?? own.oneOf)?.filter((one) => one.type !== "null");
    if (choice?.length !== 1) return own;
    return { ...resolve(choice[0]), ...own, anyOf: undefined, oneOf: undefined, nullable: true };
  };
  const exampleOf = (content) => content?.example ?? Object.values(content?.examples ?? {})[0]?.value;

  const typeOf = (schema) => {
    const s = shape(schema);
    const types = [s.type].flat().filter((type) => type && type !== "null");
    const plain = types[0] === "array" ? `list of ${typeOf(s.items)}` : s.anyOf ? "object" : (types.join(" or ") || (s.const !== undefined ? typeof s.const : "null"));
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
    if (!s.enum) return null;
    const known = s["x-enum-descriptions"];
    return el("ul", { class: "words" }, known
      ? s.enum.map((word, index) => el("li", null, el("code", null, word), " ", ...words(known[index] ?? "")))
      : el("li", null, "One of ", ...s.enum.flatMap((word, index) => [index ? ", " : "", el("code", null, String(word))])));
  };
  const field = (name, schema, required, description, sample, isRequest) => {
    const s = shape(schema);
    const shown = sample ?? s.examples?.[0];
    const inner = shape(s.items ?? s);
    return el("li", null,
      el("code", { class: "name" }, name),
      el("span", { class: "meta" }, [typeOf(schema), ...limits(s)].join(" · ")),
      required ? el("span", { class: "need" }, "required") : null,
      ...prose(description ?? s.description),
      s.pattern && !s.enum ? el("p", { class: "soft" }, "Pattern ", el("code", null, s.pattern)) : null,
      shown !== undefined && shown !== null && typeof shown !== "object" ? el("p", { class: "soft" }, "Example ", el("code", null, String(shown))) : null,
      options(s),
      inner.properties ? el("details", null, el("summary", null, `Fields of ${name}`), members(inner, isRequest)) : null);
  };
  // In requests it matters which fields are required; answers have all of them.
  const members = (schema, isRequest) => {
    const s = shape(schema);
    return el("ul", { class: "fields" }, Object.entries(s.properties ?? {}).map(([name, of]) => field(name, of, isRequest && s.required?.includes(name), undefined, undefined, isRequest)));
  };

  const copy = async (text, button) => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
    } catch {
      // No permission, or not a secure address: the text is selected for the keyboard instead.
      getSelection().selectAllChildren(button.closest("figure").querySelector("pre"));
      button.textContent = "Selected";
    }
    document.getElementById("said").textContent = button.textContent;
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };
  const shell = (title, text) => {
    const button = el("button", { type: "button", "aria-label": `Copy: ${title}` }, "Copy");
    button.addEventListener("click", () => copy(text, button));
    return el("figure", { class: "shell" }, el("figcaption", null, title, button), el("pre", { tabindex: "0" }, text));
  };

  const base = new URL(location.href).pathname.replace(/\/docs\/?$/, "");
  const quoted = (text) => `'${String(text).replaceAll("'", "'\\''")}'`;
  const curl = (verb, path, operation, parameters) => {
    const value = (parameter) => parameter.example ?? parameter.schema?.examples?.[0] ?? parameter.name;
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(value(parameters.find((one) => one.name === name))));
    const query = parameters.filter((one) => one.in === "query" && one.required).map((one) => `${one.name}=${encodeURIComponent(value(one))}`);
    const lines = [`curl${verb === "get" ? "" : ` -X ${verb.toUpperCase()}`} '${location.origin}${base}${filled}${query.length ? `?${query.join("&")}` : ""}'`];
    if ((operation.security ?? api.security)?.length) lines.push('-H "X-Api-Key: $API_KEY"');
    for (const one of parameters.filter((one) => one.in === "header" && (one.required || one.name === "Idempotency-Key"))) lines.push(`-H ${quoted(`${one.name}: ${value(one)}`)}`);
    const [type, content] = Object.entries(resolve(operation.requestBody)?.content ?? {})[0] ?? [];
    const body = exampleOf(content);
    if (type?.includes("json")) lines.push(`-H 'Content-Type: ${type}'`, `-d ${quoted(JSON.stringify(body))}`);
    else if (body) lines.push(...Object.entries(body).map(([name, text]) => `--data-urlencode ${quoted(`${name}=${text}`)}`));
    return lines.join(" \\\n  ");
  };

  const answer = (status, response) => {
    const { description, headers, content } = resolve(response);
    const codes = Object.values(content ?? {}).flatMap((one) => one["x-error-codes"] ?? []);
    const known = at("#/components/schemas/ErrorCode");
    const explained = Object.fromEntries(known.enum.map((code, index) => [code, known["x-enum-descriptions"][index]]));
    const [, first] = Object.entries(content ?? {})[0] ?? [];
    const schema = shape(first?.schema);
    const alternatives = schema.anyOf ?? [schema];
    const example = exampleOf(first);
    const notes = Object.entries(headers ?? {}).filter(([name]) => name !== "X-Request-Id");
    return el("details", null,
      el("summary", null, el("span", { class: `badge s${status[0]}` }, status), el("span", null, ...words(description))),
      el("div", { class: "inside" },
        notes.length ? el("ul", { class: "fields" }, notes.map(([name, one]) => field(name, resolve(one).schema, false, resolve(one).description, resolve(one).example))) : null,
        codes.length ? el("ul", { class: "words" }, codes.map((code) => el("li", null, el("a", { href: `#code-${code}` }, el("code", null, code)), " ", ...words(explained[code].replace(/^HTTP \d+\. /, ""))))) : null,
        example !== undefined ? shell(`Answer ${status}`, JSON.stringify(example, null, 2)) : null,
        codes.length ? null : alternatives.filter((one) => shape(one).properties).map((one) =>
          el("details", null, el("summary", null, alternatives.length > 1 ? `Fields: ${shape(one).description}` : "Fields"), members(one, false)))));
  };

  const section = (verb, path, operation, shared) => {
    const id = operation.operationId;
    const parameters = [...(shared ?? []), ...(operation.parameters ?? [])].map(resolve);
    const body = resolve(operation.requestBody);
    const [, content] = Object.entries(body?.content ?? {})[0] ?? [];
    const scope = operation["x-scopes"]?.[0];
    const groups = [["path", "In the address"], ["query", "In the query"], ["header", "Headers"]];
    return el("section", { class: "op", id, "aria-labelledby": `${id}-title` },
      el("header", null, el("h3", { id: `${id}-title` }, el("a", { href: `#${id}` }, operation.summary))),
      el("div", { class: "path" }, el("span", { class: `badge ${verb}` }, verb.toUpperCase()), el("code", null, ...breakable(base + path))),
      ...prose(operation.description),
      el("p", { class: "soft" }, ...(scope ? ["Needs a key with the scope ", el("code", null, scope), "."] : ["Needs no API key."])),
      el("div", { class: "cols" },
        el("div", null,
          ...groups.map(([place, title]) => {
            const own = parameters.filter((one) => one.in === place);
            return own.length ? [el("h4", null, title), el("ul", { class: "fields" }, own.map((one) => field(one.name, one.schema, one.required, one.description, one.example)))] : [];
          }).flat(),
          body ? [el("h4", null, "Body"), ...prose(body.description, "soft"), members(content.schema, true)] : null),
        el("div", null,
          el("h4", null, "Call"), shell("curl", curl(verb, path, operation, parameters)),
          el("h4", null, "Answers"), el("div", { class: "answers" }, Object.entries(operation.responses).map(([status, one]) => answer(status, one))))));
  };

  const render = () => {
    document.title = `${api.info.title} · API reference`;
    document.getElementById("brand").textContent = api.info.title;
    const all = Object.entries(api.paths).flatMap(([path, item]) => Object.keys(item).filter((verb) => verbs.includes(verb)).map((verb) => ({ verb, path, operation: item[verb], shared: item.parameters })));
    const key = Object.values(api.components.securitySchemes ?? {})[0];
    main.append(
      el("h1", null, api.info.title), ...prose(api.info.summary, "lead"), ...prose(api.info.description),
      el("h4", null, "Before the first call"), ...prose(key?.description), shell("shell", "export API_KEY='sandbox-JT01'"));
    for (const tag of api.tags) {
      const own = all.filter((one) => one.operation.tags.includes(tag.name));
      const id = `tag-${tag.name.replace(/\W+/g, "-")}`;
      nav.append(el("h2", null, tag.name), ...own.map((one) => el("a", { href: `#${one.operation.operationId}` }, el("span", { class: `badge ${one.verb}` }, one.verb.toUpperCase()), one.operation.summary)));
      main.append(el("h2", { id }, tag.name), ...prose(tag.description, "soft"), ...own.map((one) => section(one.verb, one.path, one.operation, one.shared)));
    }
    nav.append(el("h2", null, "Errors"), el("a", { href: "#errors" }, "Every error code"));
    main.append(el("h2", { id: "errors" }, "Errors"), ...prose(at("#/components/schemas/Problem").description, "soft"), members({ $ref: "#/components/schemas/Problem" }, false));
    for (const item of main.querySelectorAll(":scope > .fields .words > li")) item.id = `code-${item.querySelector("code").textContent}`;
  };

  const show = (open) => {
    nav.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
  };
  menu.addEventListener("click", () => show(!nav.classList.contains("open")));
  nav.addEventListener("click", (event) => event.target.closest("a") && show(false));
  addEventListener("keydown", (event) => event.key === "Escape" && show(false));

  try {
    const answered = await fetch("openapi.json");
    if (!answered.ok) throw new Error(String(answered.status));
    api = await answered.json();
    render();
    if (location.hash) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.scrollIntoView();
  } catch (error) {
    main.append(el("p", { role: "alert" }, "The document could not be read. Reload the page, or open ", el("a", { href: "openapi.json" }, "openapi.json"), "."));
    console.error(error);
  } finally {
    main.setAttribute("aria-busy", "false");
  }
})();

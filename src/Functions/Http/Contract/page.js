"use strict";
// Reads the document and draws the page.
(async () => {
  const { el, code, breakable, words, prose, reveal } = Nodes;
  const verbs = ["get", "post", "put", "patch", "delete"];
  const main = document.getElementById("main");
  const explained = new Map();

  const codesOf = (content) => content["x-error-codes"] ?? [content.schema, ...(content.schema?.allOf ?? [])].flatMap((part) => part?.properties?.code?.enum ?? part?.properties?.code?.const ?? []);
  const answer = (status, response) => {
    const { description, headers, content } = Schema.resolve(response);
    const codes = Object.values(content ?? {}).flatMap(codesOf);
    const [, first] = Object.entries(content ?? {})[0] ?? [];
    const schema = Schema.shape(first?.schema);
    const alternatives = schema.anyOf ?? [schema];
    const example = Schema.exampleOf(first);
    const notes = Object.entries(headers ?? {}).filter(([name]) => name !== "X-Request-Id").map(([name, one]) => [name, Schema.resolve(one)]);
    return el("details", null,
      el("summary", null, el("span", { class: `badge s${status[0]}` }, status), el("span", null, ...words(description))),
      el("div", { class: "inside" },
        notes.length ? el("ul", { class: "fields" }, notes.map(([name, one]) => Schema.field(name, one.schema, false, one.description, one.example))) : null,
        codes.length ? el("ul", { class: "words" }, codes.map((name) => el("li", null, el("a", { href: `#code-${name}` }, code(name)), " ", ...words((explained.get(name) ?? "").replace(/^HTTP \d+\. /, ""))))) : null,
        example !== undefined ? Figures.shell(`Answer ${status}`, JSON.stringify(example, null, 2)) : null,
        codes.length ? null : alternatives.filter((one) => Schema.shape(one).properties).map((one) =>
          el("details", null, el("summary", null, ...(alternatives.length > 1 ? ["Fields: ", ...words(Schema.shape(one).description)] : ["Fields"])), Schema.members(one, false)))));
  };

  const places = [["path", "In the address"], ["query", "In the query"], ["header", "Headers"]];
  const section = (one) => {
    const { verb, path, operation } = one;
    const id = operation.operationId;
    const parameters = Calls.parametersOf(one);
    const body = Calls.bodyOf(one);
    const scope = Calls.scopeOf(one);
    const access = one.isWebhook ? ["Sent by the gateway, to you."] : scope ? ["Needs a key with the scope ", code(scope), "."] : Calls.isSecured(one) ? ["Needs a key."] : ["Needs no API key."];
    return el("section", { class: "op", id, "aria-labelledby": `${id}-title` },
      el("h3", { id: `${id}-title` }, el("a", { href: `#${id}` }, operation.summary)),
      el("div", { class: "path" }, el("span", { class: `badge ${verb}` }, verb.toUpperCase()), el("code", null, ...(one.isWebhook ? ["your webhook's address"] : breakable(Calls.base + path)))),
      ...prose(operation.description),
      el("p", { class: "soft" }, ...access),
      el("div", { class: "cols" },
        el("div", null,
          ...places.flatMap(([place, title]) => {
            const own = parameters.filter((parameter) => parameter.in === place);
            return own.length ? [el("h4", null, title), el("ul", { class: "fields" }, own.map((parameter) => Schema.field(parameter.name, parameter.schema, parameter.required, parameter.description, parameter.example)))] : [];
          }),
          ...(body ? [el("h4", null, "Body"), ...prose(body.description, "soft"), Schema.members(body.schema, !one.isWebhook)] : [])),
        el("div", null,
          ...(one.isWebhook
            ? [el("h4", null, "What you get"), Figures.shell("Body", JSON.stringify(body.example, null, 2)), el("h4", null, "What you answer")]
            : [el("h4", null, "Call"), Figures.sample(operation.summary, Calls.exampleOf(one)), TryIt.fold(one), el("h4", null, "Answers")]),
          el("div", { class: "answers" }, Object.entries(operation.responses).map(([status, response]) => answer(status, response))))));
  };

  const operationsOf = (paths, isWebhook) => Object.entries(paths ?? {}).flatMap(([path, item]) =>
    Object.keys(item).filter((verb) => verbs.includes(verb)).map((verb) => ({ verb, path, operation: item[verb], shared: item.parameters, isWebhook })));
  const idOf = (kind, title) => `${kind}-${title.replace(/\W+/g, "-").toLowerCase()}`;

  // The introduction is Markdown with headings; the first part shows the first call.
  const begin = (api, first) => {
    const [lead, ...parts] = api.info.description.split(/^## /m);
    main.append(el("h1", null, api.info.title), ...prose(api.info.summary, "lead"), ...prose(lead.trim()));
    Contents.heading("Getting started");
    for (const [index, part] of parts.entries()) {
      const [title, ...text] = part.trim().split("\n\n");
      const id = idOf("start", title);
      Contents.add(id, title);
      main.append(el("section", { id, class: "start" }, el("h2", null, title), ...prose(text.join("\n\n")),
        ...(index ? [] : [Figures.shell("Shell", `export API_KEY='${TryIt.isOffered ? TryIt.sandboxKey : "your key"}'`), Figures.sample(first.operation.summary, Calls.exampleOf(first))])));
    }
  };

  const draw = (api) => {
    Schema.use(api);
    for (const [name, meaning] of Schema.meanings({ $ref: "#/components/schemas/ErrorCode" })) explained.set(name, meaning);
    document.title = `${api.info.title} · API reference`;
    document.getElementById("brand").textContent = api.info.title;
    const all = [...operationsOf(api.paths, false), ...operationsOf(api.webhooks, true)].map((one) => ({ ...one, inherited: api.security }));
    const byTag = api.tags.map((tag) => ({ tag, own: all.filter((one) => one.operation.tags.includes(tag.name)) }));
    begin(api, byTag[0].own[0]);
    for (const { tag, own } of byTag) {
      Contents.heading(tag.name);
      for (const { verb, operation } of own) Contents.add(operation.operationId, el("span", { class: `badge ${verb}` }, verb.toUpperCase()), el("span", null, operation.summary));
      main.append(el("h2", { id: idOf("tag", tag.name) }, tag.name), ...prose(tag.description, "soft"), ...own.map(section));
    }
    Contents.heading("Errors");
    Contents.add("errors", "Every error code");
    const problem = { $ref: "#/components/schemas/Problem" };
    const errors = el("section", { id: "errors" }, el("h2", null, "Errors"), ...prose(Schema.shape(problem).description, "soft"), Schema.members(problem, false));
    for (const item of errors.querySelectorAll(":scope > .fields > li > .words > li")) item.id = `code-${item.querySelector("code").textContent}`;
    main.append(errors);
    Contents.follow();
  };

  const follow = () => location.hash && reveal(decodeURIComponent(location.hash.slice(1)));
  try {
    const answered = await fetch("openapi.json");
    if (!answered.ok) throw new Error(String(answered.status));
    draw(await answered.json());
    document.getElementById("search").disabled = false;
    addEventListener("hashchange", follow);
    follow();
  } catch (error) {
    main.append(el("p", { role: "alert" }, "The document could not be read. Reload the page, or open ", el("a", { href: "openapi.json" }, "openapi.json"), "."));
    console.error(error);
  } finally {
    main.setAttribute("aria-busy", "false");
  }
})();

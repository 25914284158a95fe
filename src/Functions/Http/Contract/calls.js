"use strict";
// From an operation of the document to a request. An operation is { verb, path, operation, shared }: shared are the parameters that all operations of the path have.
const Calls = (() => {
  const base = location.pathname.replace(/\/docs\/?$/, "");

  const parametersOf = (one) => [...(one.shared ?? []), ...(one.operation.parameters ?? [])].map(Schema.resolve);
  const bodyOf = (one) => {
    const body = Schema.resolve(one.operation.requestBody);
    const [type, content] = Object.entries(body?.content ?? {})[0] ?? [];
    return type ? { type, schema: content.schema, example: Schema.exampleOf(content), description: body.description } : null;
  };
  const isSecured = (one) => Boolean((one.operation.security ?? one.inherited)?.length);
  const scopeOf = (one) => [one.operation["x-scopes"]].flat()[0] ?? Object.values(one.operation.security?.[0] ?? {})[0]?.[0];

  // Values are [parameter, text]; what has no text is left out, but for the path.
  const requestOf = (one, values, body) => {
    const textOf = (name) => values.find(([parameter]) => parameter.in === "path" && parameter.name === name)?.[1] ?? "";
    const given = values.filter(([, text]) => text !== "");
    const path = one.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(textOf(name)));
    const query = given.filter(([parameter]) => parameter.in === "query").map(([{ name }, text]) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`);
    return {
      method: one.verb.toUpperCase(),
      url: `${location.origin}${base}${path}${query.length ? `?${query.join("&")}` : ""}`,
      headers: given.filter(([parameter]) => parameter.in === "header").map(([{ name }, text]) => [name, text]),
      secured: isSecured(one),
      ...body,
    };
  };

  // The request that the samples show: what is required, and an Idempotency-Key wherever one is taken.
  const exampleOf = (one) => {
    const { type, example } = bodyOf(one) ?? {};
    const needed = parametersOf(one).filter((parameter) => parameter.required || parameter.name === "Idempotency-Key");
    return requestOf(one, needed.map((parameter) => [parameter, String(Schema.valueOf(parameter))]), type && { type, body: example });
  };

  return { base, parametersOf, bodyOf, isSecured, scopeOf, requestOf, exampleOf };
})();

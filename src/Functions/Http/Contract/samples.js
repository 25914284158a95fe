"use strict";
// One request as code in several languages. Each reads the key from the environment variable API_KEY, prints the answer, and a problem where problems belong.
// A request is { method, url, headers: [[name, value]], secured, type, body }: secured says whether it carries the key; a body of a form is an object of texts, any other body is JSON.
const Samples = (() => {
  const inner = (text, indent) => text.replaceAll("\n", `\n${indent}`);
  const isForm = (request) => !request.type?.includes("json");
  const all = (request) => [...request.headers, ...(request.type && !isForm(request) ? [["Content-Type", request.type]] : [])];

  const single = (text) => `'${String(text).replaceAll("'", "'\\''")}'`;
  const curl = (request) => {
    const lines = [`curl -i${request.method === "GET" ? "" : ` -X ${request.method}`}`, single(request.url)];
    if (request.secured) lines.push('-H "X-Api-Key: $API_KEY"');
    for (const [name, value] of all(request)) lines.push(`-H ${single(`${name}: ${value}`)}`);
    if (request.body !== undefined && isForm(request)) lines.push(...Object.entries(request.body).map(([name, text]) => `--data-urlencode ${single(`${name}=${text}`)}`));
    else if (request.body !== undefined) lines.push(`-d ${single(inner(JSON.stringify(request.body, null, 2), "  "))}`);
    return lines.join(" \\\n  ");
  };

  const text = (value) => JSON.stringify(String(value));
  const csharp = (request) => {
    const method = request.method[0] + request.method.slice(1).toLowerCase();
    const json = request.body !== undefined && !isForm(request);
    return [
      ...(json ? ["using System.Net.Http.Headers;", ""] : []),
      "using var http = new HttpClient();",
      `using var request = new HttpRequestMessage(HttpMethod.${method}, ${text(request.url)});`,
      ...(request.secured ? ['request.Headers.Add("X-Api-Key", Environment.GetEnvironmentVariable("API_KEY"));'] : []),
      ...request.headers.map(([name, value]) => `request.Headers.Add(${text(name)}, ${text(value)});`),
      ...(json ? ['request.Content = new StringContent("""', `    ${inner(JSON.stringify(request.body, null, 2), "    ")}`, `    """, new MediaTypeHeaderValue(${text(request.type)}));`] : []),
      ...(request.body !== undefined && !json ? ["request.Content = new FormUrlEncodedContent(new Dictionary<string, string>", "{", ...Object.entries(request.body).map(([name, value]) => `    [${text(name)}] = ${text(value)},`), "});"] : []),
      "",
      "using var response = await http.SendAsync(request);",
      "var answer = await response.Content.ReadAsStringAsync();",
      "if (response.IsSuccessStatusCode)",
      '    Console.WriteLine($"{(int)response.StatusCode} {response.Headers.Location} {answer}");',
      "else // A problem: decide by its code.",
      '    Console.Error.WriteLine($"{(int)response.StatusCode} {answer}");',
      "return response.IsSuccessStatusCode ? 0 : 1;",
    ].join("\n");
  };

  const node = (request) => {
    const headers = [...(request.secured ? ['"X-Api-Key": process.env.API_KEY,'] : []), ...all(request).map(([name, value]) => `${text(name)}: ${text(value)},`)];
    const data = request.body === undefined ? null : `${isForm(request) ? "new URLSearchParams" : "JSON.stringify"}(${JSON.stringify(request.body, null, 2)})`;
    const options = [
      ...(request.method === "GET" ? [] : [`method: ${text(request.method)},`]),
      ...(headers.length ? ["headers: {", ...headers.map((line) => `  ${line}`), "},"] : []),
      ...(data ? [`body: ${data},`] : []),
    ];
    return [
      ...(options.length ? [`const response = await fetch(${text(request.url)}, {`, ...options.map((line) => `  ${inner(line, "  ")}`), "});"] : [`const response = await fetch(${text(request.url)});`]),
      "const answer = await response.text();",
      "if (response.ok) {",
      '  console.log(response.status, response.headers.get("location") ?? "", answer);',
      "} else {",
      "  console.error(response.status, answer); // A problem: decide by its code.",
      "  process.exitCode = 1;",
      "}",
    ].join("\n");
  };

  const python = (request) => {
    const literal = (value, indent) =>
      value === null ? "None"
      : typeof value === "boolean" ? (value ? "True" : "False")
      : Array.isArray(value) ? (value.length ? `[\n${value.map((one) => `${indent}    ${literal(one, `${indent}    `)},\n`).join("")}${indent}]` : "[]")
      : typeof value === "object" ? (Object.keys(value).length ? `{\n${Object.entries(value).map(([name, one]) => `${indent}    ${text(name)}: ${literal(one, `${indent}    `)},\n`).join("")}${indent}}` : "{}")
      : JSON.stringify(value);
    const form = request.body !== undefined && isForm(request);
    const headers = [...(request.secured ? ['"X-Api-Key": os.environ["API_KEY"],'] : []), ...all(request).map(([name, value]) => `${text(name)}: ${text(value)},`)];
    return [
      ...(request.body !== undefined && !form ? ["import json"] : []),
      ...(request.secured ? ["import os"] : []),
      "import sys", "import urllib.error", ...(form ? ["import urllib.parse"] : []), "import urllib.request", "",
      "request = urllib.request.Request(",
      `    ${text(request.url)},`,
      `    method=${text(request.method)},`,
      ...(headers.length ? ["    headers={", ...headers.map((line) => `        ${line}`), "    },"] : []),
      ...(request.body === undefined ? [] : [`    data=${form ? "urllib.parse.urlencode" : "json.dumps"}(${literal(request.body, "    ")}).encode(),`]),
      ")",
      "try:",
      "    with urllib.request.urlopen(request) as response:",
      '        print(response.status, response.headers.get("Location", ""), response.read().decode())',
      "except urllib.error.HTTPError as problem:  # Decide by its code.",
      "    print(problem.code, problem.read().decode(), file=sys.stderr)",
      "    sys.exit(1)",
    ].join("\n");
  };

  const php = (request) => {
    const quoted = (value) => `'${String(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
    const literal = (value, indent) =>
      Array.isArray(value) ? (value.length ? `[\n${value.map((one) => `${indent}    ${literal(one, `${indent}    `)},\n`).join("")}${indent}]` : "[]")
      : value !== null && typeof value === "object" ? (Object.keys(value).length ? `[\n${Object.entries(value).map(([name, one]) => `${indent}    ${quoted(name)} => ${literal(one, `${indent}    `)},\n`).join("")}${indent}]` : "new stdClass()")
      : typeof value === "string" ? quoted(value)
      : JSON.stringify(value);
    const headers = [
      ...(request.secured ? ["'X-Api-Key: ' . getenv('API_KEY'),"] : []),
      ...all(request).map(([name, value]) => `${quoted(`${name}: ${value}`)},`),
      ...(request.body !== undefined && isForm(request) ? ["'Content-Type: application/x-www-form-urlencoded',"] : []),
    ];
    const data = request.body === undefined ? null : isForm(request) ? `http_build_query(${literal(request.body, "    ")})` : `json_encode(${literal(request.body, "    ")}, JSON_THROW_ON_ERROR)`;
    return [
      "<?php",
      "$context = stream_context_create(['http' => [",
      `    'method' => ${quoted(request.method)},`,
      ...(headers.length ? ["    'header' => [", ...headers.map((line) => `        ${line}`), "    ],"] : []),
      ...(data ? [`    'content' => ${data},`] : []),
      "    'ignore_errors' => true, // Problems are read, too.",
      "]]);",
      `$stream = fopen(${quoted(request.url)}, 'r', false, $context);`,
      "if ($stream === false) {",
      "    exit(3); // Not reached, or no answer.",
      "}",
      "$head = stream_get_meta_data($stream)['wrapper_data'];",
      "$isGood = (int) explode(' ', $head[0])[1] < 400;",
      "// A problem: decide by its code.",
      "fwrite($isGood ? STDOUT : STDERR, implode(PHP_EOL, $head) . PHP_EOL . stream_get_contents($stream) . PHP_EOL);",
      "exit($isGood ? 0 : 1);",
    ].join("\n");
  };

  const languages = { curl: ["curl", curl], csharp: ["C#", csharp], node: ["Node", node], python: ["Python", python], php: ["PHP", php] };
  return { languages: Object.entries(languages).map(([key, [title]]) => ({ key, title })), write: (key, request) => languages[key][1](request) };
})();

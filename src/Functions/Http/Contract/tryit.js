"use strict";
// Sends a call from the page: only to the address that the page came from, only where the app says that it is a sandbox (the mark in the page's head) and the page is read on that machine.
// The key stands in its field until the page is closed and is kept nowhere; the browser adds no credentials of its own.
const TryIt = (() => {
  const { el, code, prose, say } = Nodes;
  const isLoopback = ["localhost", "127.0.0.1", "[::1]"].includes(location.hostname);
  const isOffered = isLoopback && document.querySelector("meta[name=sandbox]") !== null;
  const sandboxKey = "sandbox-JT01";
  const telling = ["Location", "Retry-After", "ETag", "X-Request-Id", "Content-Type"];

  let inputs = 0;
  const input = (title, attributes, text, tag = "input") => {
    const id = `try-${++inputs}`;
    const control = el(tag, { id, autocomplete: "off", spellcheck: "false", autocapitalize: "none", ...attributes });
    control.value = text;
    return { control, row: el("div", { class: "row" }, el("label", { for: id }, ...Nodes.breakable(title)), control) };
  };
  const starting = (parameter) => (parameter.required ? String(Schema.valueOf(parameter)) : "");

  const answerOf = (response, text, names) => {
    let pretty = text;
    if (response.headers.get("Content-Type")?.includes("json")) {
      try {
        pretty = JSON.stringify(JSON.parse(text), null, 2);
      } catch {
        // Not JSON after all: it is shown as it came.
      }
    }
    const headers = [...new Set([...telling, ...names])].filter((name) => response.headers.has(name));
    return [
      el("p", null, el("span", { class: `badge s${String(response.status)[0]}` }, String(response.status)), " ", response.statusText),
      el("dl", null, headers.flatMap((name) => [el("dt", null, ...Nodes.breakable(name)), el("dd", null, code(response.headers.get(name)))])),
      pretty ? Figures.shell("Body", pretty.slice(0, 50_000)) : prose("The answer has no body.", "soft")[0],
    ];
  };

  const form = (one) => {
    const fields = Calls.parametersOf(one).filter(({ name }) => name !== "Idempotency-Key").map((parameter) => {
      const needed = parameter.in === "path" ? { required: "" } : {};
      return { parameter, ...input(`${parameter.name}${parameter.required ? "" : " (optional)"}`, { type: "text", ...needed }, starting(parameter)) };
    });
    const once = Calls.parametersOf(one).find(({ name }) => name === "Idempotency-Key");
    const idempotency = once && input("Idempotency-Key", { type: "text" }, crypto.randomUUID());
    const fresh = once && input("A new Idempotency-Key for each call", { type: "checkbox" }, "on");
    if (fresh) {
      fresh.control.checked = true;
      fresh.row.classList.add("tick");
    }
    const key = Calls.isSecured(one) ? input("X-Api-Key", { type: "text" }, sandboxKey) : null;
    const body = Calls.bodyOf(one);
    const isJson = body?.type.includes("json");
    const written = body && input(`Body (${body.type})`, { rows: "8" }, isJson ? JSON.stringify(body.example, null, 2) : String(new URLSearchParams(body.example)), "textarea");
    const wrong = el("p", { class: "wrong", role: "alert", id: `try-${++inputs}` });
    const send = el("button", { type: "submit", class: "send" }, "Send");
    const answer = el("div", { class: "answer" });
    const names = Object.values(one.operation.responses).flatMap((response) => Object.keys(Schema.resolve(response).headers ?? {}));

    const refuse = (control, text) => {
      wrong.textContent = text;
      control.setAttribute("aria-invalid", "true");
      control.setAttribute("aria-describedby", wrong.id);
      control.focus();
    };
    const complaint = () => {
      const missing = fields.find(({ control }) => control.required && !control.value.trim());
      if (missing) return [missing.control, `${missing.parameter.name} is part of the address and must not be empty. Nothing was sent.`];
      if (!isJson) return null;
      try {
        JSON.parse(written.control.value);
        return null;
      } catch (error) {
        return [written.control, `The body is not JSON: ${error.message}. Nothing was sent.`];
      }
    };

    const submit = async () => {
      wrong.textContent = "";
      for (const { control } of [...fields, written].filter(Boolean)) control.removeAttribute("aria-invalid");
      const problem = complaint();
      if (problem) return refuse(...problem);
      if (fresh?.control.checked) idempotency.control.value = crypto.randomUUID();

      const values = fields.map(({ parameter, control }) => [parameter, control.value]);
      if (once) values.push([once, idempotency.control.value]);
      const request = Calls.requestOf(one, values);
      const headers = [...request.headers, ...(key?.control.value ? [["X-Api-Key", key.control.value]] : []), ...(body ? [["Content-Type", body.type]] : [])];
      send.setAttribute("aria-disabled", "true");
      try {
        const response = await fetch(request.url, { method: request.method, headers, body: written?.control.value, credentials: "omit", cache: "no-store", redirect: "error", referrerPolicy: "no-referrer" });
        answer.replaceChildren(...answerOf(response, await response.text(), names));
        say(`Answered ${response.status}`);
      } catch (error) {
        answer.replaceChildren();
        wrong.textContent = `The call could not be made or was not answered: ${error.message}. Repeat it with the same Idempotency-Key, or see whether the sandbox runs.`;
      } finally {
        send.removeAttribute("aria-disabled");
      }
    };

    const made = el("form", { novalidate: "" }, ...[...fields, idempotency, fresh, key, written].filter(Boolean).map(({ row }) => row), wrong, send, answer);
    made.addEventListener("submit", (event) => {
      event.preventDefault();
      if (!send.hasAttribute("aria-disabled")) void submit();
    });
    return made;
  };

  // The form is made when it is first opened: there are many, and few are used.
  const fold = (one) => {
    if (!isOffered) return null;
    const made = el("details", { class: "try" }, el("summary", null, "Try it in this sandbox", el("span", { class: "unseen" }, `: ${one.operation.summary}`)));
    made.addEventListener("toggle", () => made.querySelector("form") ?? made.append(form(one)));
    return made;
  };

  return { isOffered, sandboxKey, fold };
})();

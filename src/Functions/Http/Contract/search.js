"use strict";
// Finds sections, operations, fields and error codes by words. The list is a listbox that the arrow keys walk while the cursor stays in the field.
const Search = (() => {
  const { el, breakable, say, reveal } = Nodes;
  const shownAtMost = 30;
  const main = document.getElementById("main");
  const field = document.getElementById("search");
  const list = document.getElementById("found");
  const kinds = { operation: 0, section: 0.2, error: 0.4, field: 0.6, answer: 0.8 };

  const spaced = (text) => text.replace(/([a-z0-9])([A-Z])/g, "$1 $2").replace(/[_-]+/g, " ");
  const entry = (kind, id, title, place, names, text) => ({ kind, id, title, place, names: names.flatMap((name) => [name, spaced(name)]).map((name) => name.toLowerCase()), text: text.toLowerCase() });
  const own = (item) => [...item.querySelectorAll(":scope > p, :scope > .words")].map((part) => part.textContent).join(" ");

  const fieldsOf = (section, title) => {
    const seen = new Set();
    const found = [];
    for (const item of section.querySelectorAll(".field")) {
      const name = item.querySelector(":scope > .name").textContent;
      if (seen.has(name)) continue;
      seen.add(name);
      item.id ||= `${section.id}.${name}`;
      found.push(entry(item.closest(".answers") ? "answer" : "field", item.id, name, title, [name], own(item)));
    }
    return found;
  };
  const read = () => [...main.querySelectorAll("section[id]")].flatMap((section) => {
    const title = section.querySelector("h2, h3").textContent;
    if (!section.classList.contains("op")) {
      const codes = [...section.querySelectorAll("li[id^=code-]")].map((item) => entry("error", item.id, item.id.slice(5), "Error code", [item.id.slice(5)], item.textContent));
      return [entry("section", section.id, title, "Section", [title], codes.length ? "" : section.textContent), ...codes, ...fieldsOf(section, title)];
    }
    const path = section.querySelector(".path").textContent;
    return [entry("operation", section.id, title, path, [title, section.id, path], [...section.querySelectorAll(":scope > p")].map((part) => part.textContent).join(" ")), ...fieldsOf(section, title)];
  });

  let entries;
  const rankOf = (term, { names, text }) =>
    names.includes(term) ? 0
    : names.some((name) => name.startsWith(term)) ? 1
    : names.some((name) => name.includes(` ${term}`)) ? 2
    : names.some((name) => name.includes(term)) ? 3
    : text.includes(term) ? 8
    : Infinity;
  const find = (query) => {
    entries ??= read();
    const terms = query.toLowerCase().split(/\s+/).filter(Boolean);
    if (!terms.length) return [];
    const whole = terms.join(" ");
    return entries
      .map((one) => ({ one, rank: (one.names.includes(whole) ? -1 : terms.reduce((sum, term) => sum + rankOf(term, one), 0)) + kinds[one.kind] }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one);
  };

  let active = -1;
  const choose = (index) => {
    const options = [...list.querySelectorAll("[role=option]")];
    active = options.length ? (index + options.length) % options.length : -1;
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === active)));
    if (active < 0) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
  };
  const show = (open) => {
    list.hidden = !open;
    field.setAttribute("aria-expanded", String(open));
    active = -1;
    field.removeAttribute("aria-activedescendant");
  };
  const update = () => {
    const found = find(field.value);
    list.replaceChildren(...found.slice(0, shownAtMost).map((one, index) =>
      el("div", { role: "option", id: `found-${index}`, "aria-selected": "false", "data-to": one.id },
        el("span", { class: "kind" }, one.kind), el("span", { class: "title" }, ...breakable(one.title)), el("span", { class: "place" }, ...breakable(one.place)))));
    show(found.length > 0);
    say(!field.value.trim() ? "" : found.length === 1 ? "1 result" : `${found.length || "No"} results${found.length > shownAtMost ? `, the first ${shownAtMost} are shown` : ""}`);
    document.getElementById("count").textContent = field.value.trim() ? document.getElementById("said").textContent : "";
  };
  const go = (option) => {
    if (!option) return;
    const id = option.dataset.to;
    show(false);
    location.hash = encodeURIComponent(id);
    reveal(id);
  };
  const clear = () => {
    field.value = "";
    update();
  };

  const steps = { ArrowDown: 1, ArrowUp: -1 };
  field.addEventListener("input", update);
  field.addEventListener("focus", () => field.value && list.hidden && update());
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      event.stopPropagation();
      clear();
    } else if (event.key === "Enter") go(list.querySelectorAll("[role=option]")[Math.max(active, 0)]);
    else if (steps[event.key] && !list.hidden) choose(active < 0 && event.key === "ArrowUp" ? -1 : active + steps[event.key]);
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
  field.addEventListener("blur", () => show(false));
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.("input, textarea, select, [contenteditable]")) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
})();

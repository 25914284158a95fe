"use strict";
// Everything is made of nodes and texts, so nothing in the document can become markup.
const Nodes = (() => {
  const el = (tag, attributes, ...children) => {
    const node = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes ?? {})) node.setAttribute(name, value);
    node.append(...children.flat().filter((child) => child !== null && child !== undefined));
    return node;
  };

  // Names have no spaces: they may break after a sign and before a capital letter, never inside a word. Hashes and the like have no words: they break after 16 characters.
  const breakable = (text) =>
    String(text)
      .split(/(?<=[/_.:,;|=&?!@)\]}+*])(?=[^\s])|(?<=[a-z0-9])(?=[A-Z])|(?<=\w)(?=[[({])/)
      .flatMap((part) => (/^(?=.*\d)[^\s-]{25,}$/.test(part) ? part.match(/.{1,16}/g) : [part]))
      .flatMap((part, index) => (index ? [el("wbr"), part] : [part]));
  const shortest = 20;
  const code = (text, look) => el("code", look ? { class: look } : null, ...(String(text).length > shortest ? breakable(text) : [String(text)]));

  // The little of Markdown that descriptions use: `code`, **bold**, links to https addresses, paragraphs.
  const link = /^\[([^\]]+)\]\((https:[^)\s]+)\)$/;
  const words = (text) =>
    text.split(/(`[^`]+`|\*\*[^*]+\*\*|\[[^\]]+\]\(https:[^)\s]+\))/).map((part) =>
      part.startsWith("`") && part.length > 1 ? code(part.slice(1, -1))
      : part.startsWith("**") ? el("strong", null, part.slice(2, -2))
      : link.test(part) ? el("a", { href: link.exec(part)[2], rel: "noreferrer" }, link.exec(part)[1])
      : part);
  const prose = (text, look) => (text ?? "").split("\n\n").filter(Boolean).map((part) => el("p", look ? { class: look } : null, ...words(part)));

  const say = (text) => (document.getElementById("said").textContent = text);

  // Opens whatever the place is folded into and takes the reader there, the keyboard too.
  const reveal = (id) => {
    const place = document.getElementById(id);
    if (!place) return;
    for (let fold = place.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    place.scrollIntoView();
    if (!place.hasAttribute("tabindex")) place.tabIndex = -1;
    place.focus({ preventScroll: true });
  };

  return { el, code, breakable, words, prose, say, reveal };
})();

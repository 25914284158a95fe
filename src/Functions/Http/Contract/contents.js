"use strict";
// The list of the page's sections: one stop of the Tab key, arrow keys within it, and a mark at the section that is being read.
const Contents = (() => {
  const { el } = Nodes;
  const nav = document.getElementById("nav");
  const side = document.getElementById("side");
  const menu = document.getElementById("menu");
  const links = new Map();

  const heading = (title) => nav.append(el("h2", null, title));
  const add = (id, ...content) => {
    const link = el("a", { href: `#${id}`, tabindex: links.size ? "-1" : "0" }, ...content);
    links.set(id, link);
    nav.append(link);
  };

  const stopAt = (link) => {
    for (const one of links.values()) one.tabIndex = one === link ? 0 : -1;
  };
  const keepInView = (link) => {
    const [top, bottom] = [link.offsetTop - 48, link.offsetTop + link.offsetHeight + 48];
    if (top < nav.scrollTop) nav.scrollTop = top;
    else if (bottom > nav.scrollTop + nav.clientHeight) nav.scrollTop = bottom - nav.clientHeight;
  };
  const mark = (id) => {
    for (const [own, link] of links) {
      if (own !== id) link.removeAttribute("aria-current");
      else if (!link.hasAttribute("aria-current")) {
        link.setAttribute("aria-current", "location");
        keepInView(link);
        if (!nav.contains(document.activeElement)) stopAt(link);
      }
    }
  };

  // Read is what crosses the upper part of the window, below the bar.
  const follow = () => {
    const crossing = new Set();
    const eye = new IntersectionObserver((changes) => {
      for (const { target, isIntersecting } of changes) crossing[isIntersecting ? "add" : "delete"](target.id);
      const first = [...links.keys()].find((id) => crossing.has(id));
      if (first) mark(first);
    }, { rootMargin: "-90px 0px -65% 0px" });
    for (const id of links.keys()) eye.observe(document.getElementById(id));
  };

  const steps = { ArrowDown: (at) => at + 1, ArrowUp: (at) => at - 1, Home: () => 0, End: () => links.size - 1 };
  nav.addEventListener("keydown", (event) => {
    const all = [...links.values()];
    const next = all[steps[event.key]?.(all.indexOf(document.activeElement))];
    if (!steps[event.key]) return;
    event.preventDefault();
    if (!next) return;
    stopAt(next);
    next.focus();
  });

  const show = (open) => {
    side.classList.toggle("open", open);
    menu.setAttribute("aria-expanded", String(open));
    const current = nav.querySelector("[aria-current]");
    if (open && current) keepInView(current);
  };
  menu.addEventListener("click", () => show(!side.classList.contains("open")));
  nav.addEventListener("click", (event) => event.target.closest("a") && show(false));
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !side.classList.contains("open")) return;
    show(false);
    menu.focus();
  });

  return { heading, add, follow };
})();

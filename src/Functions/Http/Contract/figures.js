"use strict";
// Code to copy. One choice of language holds for all samples of the page.
const Figures = (() => {
  const { el, say } = Nodes;
  const choice = document.getElementById("language");
  const shown = [];

  const copy = async (figure, button) => {
    const code = figure.querySelector("pre");
    try {
      await navigator.clipboard.writeText(code.textContent);
      button.textContent = "Copied";
    } catch {
      // No permission, or not a secure address: the text is selected for the keyboard instead.
      getSelection().selectAllChildren(code);
      button.textContent = "Selected";
    }
    say(button.textContent);
    setTimeout(() => (button.textContent = "Copy"), 2000);
  };

  // Only code that is wider than its place is a stop of the Tab key: there the arrow keys scroll it.
  const sizes = new ResizeObserver((changes) => {
    for (const { target } of changes) fit(target);
  });
  const fit = (pre) => {
    if (pre.scrollWidth > pre.clientWidth || pre.scrollHeight > pre.clientHeight) pre.tabIndex = 0;
    else pre.removeAttribute("tabindex");
  };

  const shell = (title, text) => {
    const name = el("span", null, title);
    const button = el("button", { type: "button", "aria-label": `Copy: ${title}` }, "Copy");
    const pre = el("pre", { role: "group", "aria-label": title }, text);
    const figure = el("figure", { class: "shell" }, el("figcaption", null, name, button), pre);
    button.addEventListener("click", () => copy(figure, button));
    sizes.observe(pre);
    return figure;
  };

  const write = ({ figure, title, request }) => {
    const language = Samples.languages.find((one) => one.key === choice.value);
    const pre = figure.querySelector("pre");
    figure.querySelector("span").textContent = language.title;
    figure.querySelector("button").setAttribute("aria-label", `Copy: ${title} in ${language.title}`);
    pre.setAttribute("aria-label", `${title} in ${language.title}`);
    pre.textContent = Samples.write(language.key, request);
    fit(pre);
  };
  const sample = (title, request) => {
    const one = { figure: shell("", ""), title, request };
    one.figure.classList.add("sample");
    shown.push(one);
    write(one);
    return one.figure;
  };

  choice.append(...Samples.languages.map(({ key, title }) => el("option", { value: key }, title)));
  const kept = Kept.read("language");
  choice.value = Samples.languages.some(({ key }) => key === kept) ? kept : "curl";
  choice.addEventListener("change", () => {
    shown.forEach(write);
    Kept.write("language", choice.value);
  });

  return { shell, sample };
})();

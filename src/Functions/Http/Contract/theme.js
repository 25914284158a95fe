"use strict";
// Light, dark, or what the system says. Stands before the other scripts, so that the page is never drawn in the wrong one.
(() => {
  const themes = ["system", "light", "dark"];
  const choice = document.getElementById("theme");
  const show = (theme) => {
    if (theme === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
  };
  const kept = Kept.read("theme");
  choice.value = themes.includes(kept) ? kept : "system";
  show(choice.value);
  choice.addEventListener("change", () => {
    show(choice.value);
    Kept.write("theme", choice.value);
  });
})();

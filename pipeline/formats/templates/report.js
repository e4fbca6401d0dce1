// Filters for the page of findings; without them the page shows all.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  const shown = document.getElementById("shown");
  const articles = [...document.querySelectorAll("article")];
  const files = [...document.querySelectorAll(".file")];
  const names = ["severity", "code", "document"];

  function show() {
    const wanted = names.map((name) => [name, document.getElementById(name).value]).filter(([, value]) => value);
    for (const article of articles) article.hidden = wanted.some(([name, value]) => article.dataset[name] !== value);
    for (const file of files) file.hidden = !file.querySelector("article:not([hidden])");
    shown.textContent = `${articles.filter((article) => !article.hidden).length} of ${articles.length}`;
  }

  form.addEventListener("change", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.hidden = false;
  show(); // a browser may have kept the choices of an earlier visit
})();

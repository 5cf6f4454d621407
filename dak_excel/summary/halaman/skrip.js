// Sorts, filters, searches and folds. Everything on the page is there without it too.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  document.documentElement.classList.add("skrip");

  const rows = all("tr[data-t]");
  const texts = new Map();
  const folds = all("details.kelompok, details.sebab");
  const atFirst = new Map(folds.map((fold) => [fold, fold.open]));
  const FEW = 30; // so many findings are unfolded when they are what was asked for
  const SCREENFUL = 50; // daerah shown at first
  let most = SCREENFUL;
  let wasFiltered = false;

  const textOf = (row) => {
    if (!texts.has(row)) texts.set(row, row.textContent.toLocaleLowerCase("id"));
    return texts.get(row);
  };

  function filter() {
    const level = document.querySelector("input[name=saring]:checked")?.value ?? "";
    const words = (one("cari")?.value ?? "").toLocaleLowerCase("id").split(/\s+/).filter(Boolean);
    const rule = one("ketentuan")?.value ?? "";
    const open = one("belum")?.checked ?? false;
    const filtered = Boolean(level || words.length || rule || open);
    let shown = 0;
    let beyond = 0;
    const inOrder = all("table.urut tr[data-t]");
    for (const row of inOrder.length ? inOrder : rows) {
      const fits =
        (!level || row.dataset.t.split(" ").includes(level)) &&
        (!rule || row.dataset.k === rule) &&
        (!open || !("dijawab" in row.dataset)) &&
        words.every((word) => textOf(row).includes(word));
      const room = !inOrder.length || shown < most;
      row.hidden = !fits || !room;
      if (fits && room) shown += 1;
      else if (fits) beyond += 1;
    }
    if (one("semua")) {
      one("semua").hidden = !beyond;
      one("semua").textContent = `Tampilkan ${beyond} daerah lagi`;
    }
    for (const fold of folds) {
      fold.hidden = !fold.querySelector("tr[data-t]:not([hidden])");
      if (filtered) fold.open = !fold.hidden && shown <= FEW;
      else if (wasFiltered) fold.open = atFirst.get(fold);
    }
    wasFiltered = filtered;
    const said = one("terpilih");
    if (said) said.textContent = filtered || beyond ? `${shown} dari ${rows.length} ditampilkan` : "";
  }

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const value = cell.dataset.nilai ?? cell.textContent.trim();
    const number = Number(value === "–" ? 0 : value);
    return Number.isNaN(number) ? value : number;
  };
  const compare = (a, b) =>
    typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b), "id", { numeric: true });

  function sortable(table) {
    const heads = all("thead th", table);
    heads.forEach((head, column) => {
      if ("tetap" in head.dataset) return;
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => {
        const numbers = head.classList.contains("angka");
        const now = head.getAttribute("aria-sort");
        const next = now ? (now === "ascending" ? "descending" : "ascending") : numbers ? "descending" : "ascending";
        heads.forEach((other) => other.removeAttribute("aria-sort"));
        head.setAttribute("aria-sort", next);
        const sign = next === "ascending" ? 1 : -1;
        const body = table.tBodies[0];
        const sorted = [...body.rows].sort((a, b) => sign * compare(keyOf(a, column), keyOf(b, column)));
        body.append(...sorted);
        filter();
      });
    });
  }

  function unfoldTarget() {
    const target = location.hash && one(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    const cause = target.closest("details.sebab");
    if (cause) cause.open = true;
    else if (target.matches("h2#berkas, #bukti, #judul-bukti, #dokumen"))
      all("details", target.closest("section")).forEach((fold) => (fold.open = true));
  }

  all("input[name=saring], #belum, #ketentuan").forEach((field) => field.addEventListener("change", filter));
  one("cari")?.addEventListener("input", filter);
  one("buka")?.addEventListener("click", () => folds.forEach((fold) => (fold.open = true)));
  one("semua")?.addEventListener("click", () => {
    most = Infinity;
    filter();
  });
  one("tutup")?.addEventListener("click", () => folds.forEach((fold) => (fold.open = false)));
  all("table.urut").forEach(sortable);
  addEventListener("hashchange", unfoldTarget);
  unfoldTarget();
  filter(); // a browser may bring back what was typed before

  let closed = [];
  addEventListener("beforeprint", () => {
    most = Infinity;
    filter();
    closed = all("details:not([open], .kecil)");
    closed.forEach((fold) => (fold.open = true));
  });
  addEventListener("afterprint", () => closed.forEach((fold) => (fold.open = false)));
})();

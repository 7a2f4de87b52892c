(() => {
  const place = location.pathname.split("/");
  const report = place.pop().replace(/^report_/, "").replace(/_/g, "-");
  const isReport = place.pop() === {{ database | tojson }};
  const listed = report === {{ search | tojson }} ? "statements" : report; // whose filters the page has

  // Tells what a filter does not take, in the words of the command line.
  const rows = document.querySelector("form.sql, .table-wrapper, table.rows-and-columns, .zero-results") ?? document.body.lastChild;
  const refused = {{ refused | tojson }};
  if (refused) {
    const hint = document.createElement("p");
    hint.className = "chancery-hint";
    hint.setAttribute("role", "alert");
    hint.textContent = refused;
    rows.before(hint);
  }

  // Puts the chart of a report above its rows, drawn with the filters of the page.
  const table = document.querySelector("table.rows-and-columns");
  if (isReport && table?.tBodies[0].rows.length && {{ charts | tojson }}.includes(report)) {
    const figure = document.createElement("figure"), link = document.createElement("a");
    const picture = document.createElement("img"), asked = location.search;
    figure.className = "chancery-chart";
    link.href = `/-/chart/${report}${asked}`;
    link.title = "Open the chart, with values under the pointer";
    picture.src = `/-/chart/${report}.svg${asked}`;
    picture.alt = `Chart of ${report}`;
    link.append(picture);
    figure.append(link);
    rows.before(figure);
  }

  // A reader sees filters and rows; SQL has a place of its own at the foot of the page.
  const sql = document.querySelector("form.sql");
  if (isReport && sql) {
    document.title = document.querySelector("h1").textContent.trim();
    const run = sql.querySelector("input[type=submit]");
    if (run) run.value = "Show these rows";
    for (const part of document.querySelectorAll(".show-hide-sql, #sql-format, .canned-query-edit-sql")) part.remove();
    for (const head of document.querySelectorAll("h3")) {
      head.textContent = head.textContent.replace(/^\s*Custom SQL query(\s+returning)?/, table ? "" : "No rows").replace(/^\s*Query parameters/, "Filters");
    }
    document.querySelector(".zero-results")?.remove();
    const fields = document.createElement("div");
    fields.className = "chancery-filters";
    const filters = [...sql.querySelectorAll("input[type=text][name]")];
    filters[0]?.closest("p").before(fields);
    fields.append(...filters.map((filter) => filter.closest("p")));
    for (const label of fields.querySelectorAll("label")) label.textContent = label.textContent.replace(/_/g, " ");
    for (const head of table?.tHead.rows[0].cells ?? []) head.textContent = head.textContent.replace(/_/g, " ");
    {% include "sorting.js" %}
    // what is written out for people has its value as title
    if (table) sortByHeads(table, (cell) => (cell.querySelector("span[title]")?.title ?? cell.textContent).trim());
  } else if (sql && !location.search.includes("sql=")) {
    const own = document.createElement("details"), told = document.createElement("summary");
    told.textContent = "Ask in SQL of your own";
    own.append(told);
    document.querySelector("section.content, main, body").append(own);
    own.append(sql);
  }

  // Rows of a view begin with what matters; slugs that have names beside them, and keys, stand last.
  const order = {{ order | tojson }};
  if (table && order.length) {
    const placeOf = (cell) => order.indexOf(cell.className.match(/\bcol-(\S+)/)[1]);
    for (const row of table.rows) row.append(...[...row.cells].sort((one, other) => placeOf(one) - placeOf(other)));
  }
  const labels = [...(table?.tHead.rows[0].cells ?? [])].map((head) => (head.dataset.column ?? head.textContent).trim().replace(/_/g, " "));
  for (const row of table?.tBodies[0].rows ?? []) for (const [place, cell] of [...row.cells].entries()) cell.dataset.label = labels[place];

  // A key without a name stands once.
  for (const key of document.querySelectorAll("td a + em")) if (key.textContent === key.previousElementSibling.textContent) key.remove();

  // Days stand on one line, and what is long has the room for it, so that rows are low; what is empty is not told on a phone.
  for (const cell of document.querySelectorAll("table.rows-and-columns td")) {
    const told = cell.textContent.trim();
    if (!told) cell.classList.add("chancery-empty");
    if (told.length > 30) cell.classList.add("chancery-long");
    if (/^\d{4}-\d\d-\d\d$/.test(told)) cell.classList.add("chancery-day");
  }

  // Folds what the columns mean, which else pushes the rows off the first screen.
  for (const told of document.querySelectorAll("dl.column-descriptions")) {
    const folded = document.createElement("details"), summary = document.createElement("summary");
    folded.className = "chancery-columns";
    summary.textContent = "What the columns mean";
    told.before(folded);
    folded.append(summary, told);
  }

  // Offers the values that a filter takes once somebody comes to type one.
  document.addEventListener("focusin", async ({ target }) => {
    if (!isReport || target.name === "words" || !target.matches("form.sql input[type=text][name]") || target.list) return;
    const list = document.createElement("datalist");
    list.id = `choices-${target.name}`;
    target.after(list);
    target.setAttribute("list", list.id);
    const answer = await fetch(`/-/choices/${listed}/${target.name}`);
    for (const [value, name] of await answer.json()) list.append(new Option(name, value));
  });
})();

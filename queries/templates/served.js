(() => {
  const place = location.pathname.split("/");
  const report = place.pop().replace(/^report_/, "").replace(/_/g, "-");
  const isReport = place.pop() === {{ database | tojson }};
  const listed = report === {{ search | tojson }} ? "statements" : report; // whose filters the page has

  // Puts the chart of a report above its rows, drawn with the filters of the page.
  if (isReport && {{ charts | tojson }}.includes(report)) {
    const figure = document.createElement("figure"), link = document.createElement("a");
    const picture = document.createElement("img"), asked = location.search;
    figure.className = "chancery-chart";
    link.href = `/-/chart/${report}${asked}`;
    link.title = "Open the chart, with values under the pointer";
    picture.src = `/-/chart/${report}.svg${asked}`;
    picture.alt = `Chart of ${report}`;
    link.append(picture);
    figure.append(link);
    const rows = document.querySelector("form.sql, .table-wrapper, table.rows-and-columns");
    (rows ?? document.body.lastChild).before(figure);
  }

  // A reader sees filters and rows; SQL has a place of its own at the foot of the page.
  const sql = document.querySelector("form.sql");
  if (isReport && sql) {
    document.title = document.querySelector("h1").textContent.trim();
    const run = sql.querySelector("input[type=submit]");
    if (run) run.value = "Show these rows";
    for (const part of document.querySelectorAll(".show-hide-sql, #sql-format, .canned-query-edit-sql")) part.remove();
    for (const head of document.querySelectorAll("h3")) {
      head.textContent = head.textContent.replace(/^\s*Custom SQL query returning /, "").replace(/^\s*Query parameters/, "Filters");
    }
    const fields = document.createElement("div");
    fields.className = "chancery-filters";
    const filters = [...sql.querySelectorAll("input[type=text][name]")];
    filters[0]?.closest("p").before(fields);
    fields.append(...filters.map((filter) => filter.closest("p")));
    for (const label of fields.querySelectorAll("label")) label.textContent = label.textContent.replace(/_/g, " ");
    for (const head of document.querySelectorAll("table.rows-and-columns th a, table.rows-and-columns th")) {
      if (!head.children.length) head.textContent = head.textContent.replace(/_/g, " ");
    }
  } else if (sql && !location.search.includes("sql=")) {
    const own = document.createElement("details"), told = document.createElement("summary");
    told.textContent = "Ask in SQL of your own";
    own.append(told);
    document.querySelector("section.content, main, body").append(own);
    own.append(sql);
  }

  // Days stand on one line, and what is long has the room for it, so that rows are low.
  for (const cell of document.querySelectorAll("table.rows-and-columns td")) {
    const told = cell.textContent.trim();
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

(() => {
  const place = location.pathname.split("/");
  const report = place.pop().replace(/^report_/, "").replace(/_/g, "-");
  const isReport = place.pop() === {{ database | tojson }};

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
    if (!isReport || !target.matches("form.sql input[type=text][name]") || target.list) return;
    const list = document.createElement("datalist");
    list.id = `choices-${target.name}`;
    target.after(list);
    target.setAttribute("list", list.id);
    const answer = await fetch(`/-/choices/${report}/${target.name}`);
    for (const [value, name] of await answer.json()) list.append(new Option(name, value));
  });
})();

// Sorts the rows of a table by a click on a heading, upwards first, then down; rows without the value stand last.
const sortByHeads = (table, valueOf) => {
  const heads = [...table.tHead.rows[0].cells], body = table.tBodies[0];
  const order = new Intl.Collator("en", { numeric: true }).compare;
  const compare = (one, other) => (one === "" || other === "" || isNaN(one) || isNaN(other) ? order(one, other) : one - other);
  for (const [place, head] of heads.entries()) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = "Sort the rows of this page by it";
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const down = head.getAttribute("aria-sort") === "ascending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const of = (row) => valueOf(row.cells[place]);
      const sorted = (one, other) => (of(one) === "") - (of(other) === "") || (down ? compare(of(other), of(one)) : compare(of(one), of(other)));
      body.append(...[...body.rows].sort(sorted));
    });
  }
};

document.querySelectorAll("table.sorts").forEach(table=>table.querySelectorAll("thead th").forEach(head=>{
const button=document.createElement("button");button.append(...head.childNodes);head.append(button);
button.onclick=()=>{const down=head.getAttribute("aria-sort")==="ascending";
table.querySelectorAll("thead th").forEach(other=>other.removeAttribute("aria-sort"));head.setAttribute("aria-sort",down?"descending":"ascending");
const body=table.tBodies[0],key=row=>{const cell=row.cells[head.cellIndex];return cell.dataset.v??cell.textContent},
number=text=>/^[-+]?[\d.]+(e-?\d+)?( %)?$/.test(text.trim())?parseFloat(text):NaN,
order=(a,b)=>{const x=number(key(a)),y=number(key(b));return isNaN(x)||isNaN(y)?key(a).localeCompare(key(b)):x-y};
body.append(...[...body.rows].sort((a,b)=>down?order(b,a):order(a,b)))}}));

// The list of documents without any framework: the limit that the portal is measured against. It shows the same rows from the same
// server in the same style, keeps only those in view in the page, and filters what it holds in memory.
/* global WORDS */

const READY = 8;
const list = document.querySelector('.rows');
const count = document.querySelector('[role=status]');
const search = document.querySelector('#search');
const numbers = new Intl.NumberFormat('bg');
const days = new Intl.DateTimeFormat('bg', { timeZone: 'Europe/Sofia', day: '2-digit', month: '2-digit', year: 'numeric' });

const [{ documents }, { persons }] = await Promise.all(['documents', 'persons'].map(read));
const names = new Map(persons.map((person) => [person.id, person]));
const texts = documents.map((one) => `${one.number} ${one.subject} ${names.get(one.person).name}`.toLowerCase());
const order = documents.map((_, index) => index);
order.sort((a, b) => documents[b].changed_at.localeCompare(documents[a].changed_at));
let shown = order;
let first = 0;
let last = 0;

search.addEventListener('input', () => {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  shown = order.filter((index) => words.every((word) => texts[index].includes(word)));
  anew();
});
addEventListener('scroll', look);
addEventListener('resize', look);
anew();

async function read(what) {
  return (await fetch(`/api/v1/${what}`)).json();
}

function anew() {
  count.textContent = WORDS.count.replace('{n}', numbers.format(shown.length));
  list.style.setProperty('--rows', shown.length);
  first = last = -1;
  look();
}

function look() {
  if (!list.firstChild && shown.length) list.append(row(0));
  const height = list.firstChild?.getBoundingClientRect().height ?? 1;
  const top = list.getBoundingClientRect().top;
  const from = Math.max(0, Math.floor(-top / height) - READY);
  const to = Math.min(shown.length, Math.floor((innerHeight - top) / height) + 1 + READY);
  if (from === first && to === last) return;
  // What stands where it stood stays.
  const rows = new Map([...list.children].map((one) => [one.dataset.key, one]));
  const now = [];
  for (let place = from; place < to; place += 1) now.push(rows.get(key(place)) ?? row(place));
  const kept = new Set(now);
  for (const one of rows.values()) if (!kept.has(one)) one.remove();
  let next = list.firstChild;
  for (const one of now) {
    one.ariaSetSize = shown.length;
    if (one === next) next = next.nextSibling;
    else list.insertBefore(one, next);
  }
  [first, last] = [from, to];
}

function key(place) {
  return `${place} ${shown[place]}`;
}

function row(place) {
  const one = documents[shown[place]];
  const item = document.createElement('li');
  item.className = 'row';
  item.dataset.key = key(place);
  item.ariaSetSize = shown.length;
  item.ariaPosInSet = place + 1;
  item.style.setProperty('--place', place);
  const link = item.appendChild(document.createElement('a'));
  link.className = 'row__link';
  link.href = `/documents/${one.id}`;
  const part = (name, text) => {
    const span = link.appendChild(document.createElement('span'));
    span.className = `row__${name}`;
    span.textContent = text;
    return span;
  };
  const status = part('status', WORDS.status[one.status]);
  status.classList.add('status', 'tone-success');
  status.insertAdjacentHTML('afterbegin', '<svg class="icon" aria-hidden="true"><use href="#icon"></use></svg>');
  part('changed', WORDS.changed.replace('{day}', day(one.changed_at)));
  part('subject', one.subject);
  const person = names.get(one.person);
  part('person', person.relation === 'self' ? WORDS.you : person.name);
  part('until', one.valid_to ? WORDS.until.replace('{day}', day(one.valid_to)) : '');
  part('kind', WORDS.kind[one.kind]);
  part('number', one.number);
  return item;
}

function day(text) {
  return days.format(new Date(text));
}

// One key for all spellings of a name: «Қасым-Жомарт», «Касым-Жомарт» and “Kassym-Jomart” are all “kasim jomart”.

const LATIN = {
  а: "a",
  ә: "a",
  б: "b",
  в: "v",
  г: "g",
  ғ: "g",
  д: "d",
  е: "e",
  ё: "e",
  ж: "j",
  з: "z",
  и: "i",
  і: "i",
  й: "i",
  к: "k",
  қ: "k",
  л: "l",
  м: "m",
  н: "n",
  ң: "n",
  о: "o",
  ө: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ұ: "u",
  ү: "u",
  ф: "f",
  х: "h",
  һ: "h",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "sh",
  ъ: "",
  ы: "i",
  ь: "",
  э: "e",
  ю: "iu",
  я: "ia",
  ß: "ss",
  ı: "i",
};
// Latin spellings differ by custom; each is brought to the letters above.
const CUSTOMS = [
  [/shch/g, "sh"],
  [/kh/g, "h"],
  [/gh/g, "g"],
  [/zh/g, "j"],
  [/dzh/g, "j"],
  [/ye/g, "e"],
  [/yu/g, "iu"],
  [/ya/g, "ia"],
  [/yo/g, "e"],
  [/q/g, "k"],
  [/w/g, "u"],
  [/x/g, "ks"],
  [/y/g, "i"],
  [/(.)\1+/g, "$1"],
];
const ENDING = 3; // letters of a case ending that may be dropped from a word that is found nowhere

function fold(text) {
  const plain = text.toLowerCase().replace(/[^\s]/gu, (letter) => LATIN[letter] ?? letter);
  const latin = plain
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/['’ʼ`«»"]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ");
  return CUSTOMS.reduce((key, [custom, ours]) => key.replace(custom, ours), latin).trim();
}

const keys = entities.map((entity) => {
  const names = [...Object.values(entity.labels), ...entity.names.map(([text]) => text)];
  return [...new Set(names.map(fold))];
});

// A person is found by a post as well: «аким Алматы».
for (const { kind, subject, post } of facts) {
  if (kind === "post") keys[subject].push(...Object.values(posts[post].labels).map(fold));
}

// Places of entities whose name has every word of the query at the start of one of its own, best known first.
function find(query) {
  const asked = fold(query).split(" ").filter(Boolean);
  if (!asked.length) return [];
  for (let dropped = 0; dropped <= ENDING; dropped++) {
    const stems = asked.map((word) => word.slice(0, Math.max(4, word.length - dropped)));
    const found = ranked(stems);
    if (found.length) return found;
  }
  return [];
}

function ranked(stems) {
  const whole = stems.join(" ");
  const scored = keys.map((names, place) => [
    Math.max(...names.map((name) => closeness(name, stems, whole)), 0),
    place,
  ]);
  return scored
    .filter(([score]) => score > 0)
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .map(([, place]) => place);
}

function closeness(name, stems, whole) {
  if (name === whole) return 4;
  if (name.startsWith(whole)) return 3;
  const parts = name.split(" ");
  if (stems.every((stem) => parts.some((part) => part.startsWith(stem)))) return 2;
  return stems.every((stem) => stem.length > 2 && name.includes(stem)) ? 1 : 0;
}

// Says the date that was typed in both calendars, so that a slip is seen before it is sent.
const ERAS = { 明治: 1868, 大正: 1912, 昭和: 1926, 平成: 1989, 令和: 2019 };
const LETTERS = { m: "明治", t: "大正", s: "昭和", h: "平成", r: "令和" };
const language = document.documentElement.lang;
const japaneseYear = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });

// Nine hours ahead: today in Japan, as the server has it.
const now = () => Date.now() + 9 * 60 * 60 * 1000;

// 1873: the year in which Japan took over this calendar.
function dateOf(year, month, day) {
  const date = new Date(Date.UTC(+year, month - 1, +day));
  const real = date.getUTCFullYear() === +year && date.getUTCMonth() === month - 1 && date.getUTCDate() === +day;
  return real && year >= 1873 && date <= now() ? date : null;
}

function eraName(date) {
  return japaneseYear.formatToParts(date).find((part) => part.type === "era").value;
}

// As the server reads it: every kind of digit, blank and hyphen that a Japanese keyboard gives, and ㍼ for 昭和.
const INVISIBLE = /[\p{White_Space}\p{Cc}\p{Cf}\p{Cs}\u3164\u115f\u1160]/gu;
const HYPHENS = /[\u2010-\u2015\u2043\u2212\u2500\u2501\u30fc]/g;
const ERA = "(明治|大正|昭和|平成|令和|[mtshr])";
const MONTH_AND_DAY = "[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?";
const WESTERN = [/^(\d{4})(\d\d)(\d\d)$/, new RegExp(`^(\\d{4})${MONTH_AND_DAY}$`)];
const JAPANESE = [new RegExp(`^${ERA}\\.?(元|\\d{1,2})${MONTH_AND_DAY}$`), new RegExp(`^${ERA}(\\d\\d)(\\d\\d)(\\d\\d)$`)];

function firstMatch(patterns, text) {
  return patterns.map((pattern) => pattern.exec(text)).find((match) => match);
}

function read(typed) {
  const text = typed.normalize("NFKC").replace(INVISIBLE, "").replace(HYPHENS, "-").toLowerCase();
  const western = firstMatch(WESTERN, text);
  if (western) return dateOf(western[1], western[2], western[3]);
  const era = firstMatch(JAPANESE, text);
  if (!era) return null;
  const name = LETTERS[era[1]] ?? era[1];
  const date = dateOf(ERAS[name] + (era[2] === "元" ? 1 : +era[2]) - 1, era[3], era[4]);
  return date && eraName(date) === name ? date : null;
}

function inWords(date) {
  if (language !== "ja") {
    const inEra = new Intl.DateTimeFormat("en-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" }).formatToParts(date);
    const part = (type) => inEra.find((one) => one.type === type).value;
    return `${new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(date)} (${part("era")} ${part("year")})`;
  }
  return `${date.getUTCFullYear()}年（${japaneseYear.format(date)}）${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
}

for (const echo of document.querySelectorAll("[data-birth-date]")) {
  const input = document.getElementById(echo.dataset.birthDate);
  const say = () => {
    const date = read(input.value);
    const words = date ? inWords(date) : "";
    if (echo.textContent !== words) echo.textContent = words;
  };
  input.addEventListener("input", say);
  say();
}

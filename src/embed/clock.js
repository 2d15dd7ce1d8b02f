// The local time in Paris as "YYYY-MM-DDTHH:MM", wherever the visitor's clock is
// set to; empty where the page has broken its clock. What follows from it (working hours,
// holidays) is not decided here.
function parisNow() {
  for (const tell of [parisByIntl, parisByRule]) {
    try {
      return tell();
    } catch (error) {
      // The next one may know.
    }
  }
  return "";
}

// For browsers without the zones of the world: one hour ahead of UTC, two in summer,
// from the last Sunday of March to the last of October, 01:00 UTC (directive 2000/84/CE).
function parisByRule() {
  const now = new Date();
  function lastSunday(month) {
    const end = new Date(Date.UTC(now.getUTCFullYear(), month + 1, 0, 1));
    return end.getTime() - end.getUTCDay() * 86400000;
  }
  const summer = now.getTime() >= lastSunday(2) && now.getTime() < lastSunday(9);
  return new Date(now.getTime() + (summer ? 2 : 1) * 3600000).toISOString().slice(0, 16);
}

function parisByIntl() {
  const parts = {};
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Paris",
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  format.formatToParts(new Date()).forEach(function (part) {
    parts[part.type] = part.value;
  });
  return parts.year + "-" + parts.month + "-" + parts.day + "T" + parts.hour + ":" + parts.minute;
}

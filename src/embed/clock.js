// The local time in Paris as "YYYY-MM-DDTHH:MM", wherever the visitor's clock is
// set to. What follows from it (working hours, holidays) is not decided here.
function parisNow() {
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

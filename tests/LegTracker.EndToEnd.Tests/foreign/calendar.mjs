// Reads the server's calendar with ical.js, a parser that is not ours, and prints each event as a line of JSON.
// usage: node calendar.mjs http://127.0.0.1:PORT/feeds/calendar.ics
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const require = createRequire(fileURLToPath(new URL("../../../eng/checks/package.json", import.meta.url)));
const { default: ICAL } = await import(require.resolve("ical.js"));

const answer = await fetch(process.argv[2]);
const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
console.log(JSON.stringify({ status: answer.status, version: calendar.getFirstPropertyValue("version"), zone: calendar.getFirstSubcomponent("vtimezone").getFirstPropertyValue("tzid") }));
for (const one of calendar.getAllSubcomponents("vevent")) {
  const event = new ICAL.Event(one);
  console.log(JSON.stringify({
    uid: event.uid, sequence: event.sequence, day: event.startDate.toString(), allDay: event.startDate.isDate, days: event.duration.toSeconds() / 86400,
    summary: event.summary, status: one.getFirstPropertyValue("status"), stamp: one.getFirstPropertyValue("dtstamp").toString(), category: one.getFirstPropertyValue("categories"),
  }));
}

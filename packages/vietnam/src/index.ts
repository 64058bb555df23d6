export { civilServantCalendar } from "./calendar/civil-servant-calendar.ts";

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Damascus',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Damascus at an instant, ISO. All days of dalil are days there. */
export const damascusDay = (at: Date): string => calendar.format(at);

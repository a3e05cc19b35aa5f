const DAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** A cron expression of five fields in words, or as it is when words would be no clearer. */
export function cronInWords(cron: string): string {
  const [minute, hour, day, month, weekday] = cron.trim().split(/\s+/);
  if (weekday === undefined || month !== '*') {
    return cron;
  }
  const when = whichDays(day!, weekday);
  const time = atTime(minute!, hour!);
  if (when === null || time === null) {
    return cron;
  }
  return when === '' && time.startsWith('At ') ? `Every day at ${time.slice(3)}` : `${time}${when}`;
}

function whichDays(day: string, weekday: string): string | null {
  if (day === '*' && weekday === '*') {
    return '';
  }
  if (day === '*' && weekday === '1-5') {
    return ', Monday to Friday';
  }
  if (day === '*' && /^[0-7]$/.test(weekday)) {
    return `, on ${DAYS[Number(weekday) % 7]}s`;
  }
  return weekday === '*' && /^\d+$/.test(day) ? `, on day ${day} of the month` : null;
}

function atTime(minute: string, hour: string): string | null {
  const every = /^\*\/(\d+)$/;
  if (minute === '*' && hour === '*') {
    return 'Every minute';
  }
  if (every.test(minute) && hour === '*') {
    return `Every ${every.exec(minute)![1]} minutes`;
  }
  if (!/^\d+$/.test(minute)) {
    return null;
  }
  if (hour === '*') {
    return `Every hour at minute ${minute}`;
  }
  if (every.test(hour)) {
    return `Every ${every.exec(hour)![1]} hours at minute ${minute}`;
  }
  return /^\d+$/.test(hour) ? `At ${hour.padStart(2, '0')}:${minute.padStart(2, '0')}` : null;
}

/** Every time zone there is to choose from, by its name in the tz database: 'Europe/Stockholm'. */
export function listTimeZones(): readonly string[] {
  return ['UTC', ...Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/'))];
}

export function isTimeZone(name: string): boolean {
  return listTimeZones().includes(name);
}

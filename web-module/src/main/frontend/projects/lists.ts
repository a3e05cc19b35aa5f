const LISTS = ['compliance_requirements', 'allowed_email_domains', 'allowed_ips', 'frameworks'];

/** A form's values with its lists as lists, and yes or no as such. */
export function withLists(values: Readonly<Record<string, string | null>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (LISTS.includes(name)) {
        return [name, splitByCommas(value)];
      }
      return [name, name === 'requires_approval' ? value === 'true' : value];
    }),
  );
}

export function splitByCommas(text: string | null): string[] {
  return (text ?? '').split(',').map((part) => part.trim()).filter((part) => part !== '');
}

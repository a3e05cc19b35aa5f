type Members = Readonly<Record<string, unknown>>;

/** The merge patch (RFC 7396) that makes one value of another: what is gone is null, lists are replaced whole. */
export function mergePatch(before: unknown, after: unknown): unknown {
  if (!isObject(before) || !isObject(after)) {
    return after;
  }
  const gone = Object.keys(before).filter((name) => !(name in after));
  const changed = Object.keys(after).map((name) => [name, mergePatch(before[name], after[name])]);
  return {...Object.fromEntries(gone.map((name) => [name, null])), ...Object.fromEntries(changed)};
}

function isObject(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

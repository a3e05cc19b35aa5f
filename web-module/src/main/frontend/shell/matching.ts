/** Those whose title has every typed word in it, as a beginning of a word. */
export function matching<T extends {readonly title: string}>(all: readonly T[], typed: string): readonly T[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  return all.filter((one) => {
    const words = one.title.toLowerCase().split(/\s+/);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  });
}

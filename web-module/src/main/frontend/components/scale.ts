const STEPS = [1, 2, 3, 4, 5, 6, 8];

/** The top of an axis for counts up to this: a round number that can be halved. */
export function topOf(most: number): number {
  for (let power = 1; ; power *= 10) {
    const top = STEPS.map((step) => step * power).find((one) => one >= most && one % 2 === 0);
    if (top !== undefined) {
      return top;
    }
  }
}

/** A part of a whole in percent, rounded, but 0 and 100 only when it is just that. */
export function percentOf(part: number, whole: number): number {
  if (whole <= 0 || part <= 0) {
    return 0;
  }
  const rounded = Math.round((part / whole) * 100);
  if (part === whole) {
    return 100;
  }
  return part < whole ? Math.min(99, Math.max(1, rounded)) : Math.max(101, rounded);
}

export interface Segment {
  readonly name: string;
  readonly x: number;
  readonly width: number;
}

const GAP = 0.4;
const LEAST = 0.6;

/** Where the parts of a whole lie on a bar that is 100 wide. What is nothing is left out, what is little can still be seen. */
export function segments(parts: Readonly<Record<string, number>>): Segment[] {
  const given = Object.entries(parts).filter(([, count]) => count > 0);
  const total = given.reduce((sum, [, count]) => sum + count, 0);
  const wide = given.map(([name, count]) => ({name, width: Math.max(LEAST, (count / total) * 100)}));
  const stretch = (100 - GAP * (given.length - 1)) / wide.reduce((sum, {width}) => sum + width, 0);
  let x = 0;
  return wide.map(({name, width}) => {
    const segment = {name, x, width: width * stretch};
    x += segment.width + GAP;
    return segment;
  });
}

/**
 * The line, from 1 on, at which the value of a JSON pointer (RFC 6901) begins in a text; of what is absent, the line of
 * what it would be in.
 *
 * @param text well-formed JSON
 */
export function lineOf(text: string, pointer: string): number {
  const path = pointer
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
  return text.slice(0, new Scanner(text).find(path)).split('\n').length;
}

/** Goes through a text that is known to be JSON and looks at places only. */
class Scanner {
  private at = 0;

  constructor(private readonly text: string) {}

  /** Where the value begins to which the path leads, or the last on the way to it. */
  find(path: readonly string[]): number {
    this.space();
    const here = this.at;
    const [name, ...rest] = path;
    if (name === undefined) {
      return here;
    }
    const found = this.members((member) => member === name);
    return found ? this.find(rest) : here;
  }

  /** Goes to the value of the first member or element that is wanted; false when it went over all of them. */
  private members(wanted: (name: string) => boolean): boolean {
    const open = this.text[this.at];
    if (open !== '{' && open !== '[') {
      this.scalar();
      return false;
    }
    this.at++;
    for (let index = 0; ; index++) {
      this.space();
      if (this.text[this.at] === '}' || this.text[this.at] === ']') {
        this.at++;
        return false;
      }
      if (wanted(open === '{' ? this.name() : String(index))) {
        return true;
      }
      this.space();
      this.members(() => false);
      this.space();
      if (this.text[this.at] === ',') {
        this.at++;
      }
    }
  }

  /** The name of a member, to behind its colon. */
  private name(): string {
    const begin = this.at;
    this.scalar();
    const name = JSON.parse(this.text.slice(begin, this.at)) as string;
    this.space();
    this.at++;
    this.space();
    return name;
  }

  private scalar(): void {
    const pattern = /"(?:[^"\\]|\\.)*"|[^\s,:{}[\]"]+/y;
    pattern.lastIndex = this.at;
    this.at += pattern.exec(this.text)![0].length;
  }

  private space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) {
      this.at++;
    }
  }
}

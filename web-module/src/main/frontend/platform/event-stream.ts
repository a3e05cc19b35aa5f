/** One event of a text/event-stream (WHATWG HTML, 9.2). */
export interface StreamEvent {
  readonly type: string;
  readonly data: string;
  /** From where another stream goes on. */
  readonly id?: string;
}

/** Cuts a stream of text into its events; what is not complete waits for the next piece. */
export class EventCutter {
  private rest = '';

  take(piece: string): StreamEvent[] {
    const blocks = (this.rest + piece).replace(/\r\n?/g, '\n').split('\n\n');
    this.rest = blocks.pop() ?? '';
    return blocks.map(read).filter((event): event is StreamEvent => event !== null);
  }
}

function read(block: string): StreamEvent | null {
  let type = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of block.split('\n')) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') {
      type = value;
    } else if (field === 'data') {
      data.push(value);
    } else if (field === 'id') {
      id = value;
    }
  }
  return data.length === 0 ? null : id === undefined ? {type, data: data.join('\n')} : {type, data: data.join('\n'), id};
}

/** One HTTP message as it stands in a buffer. */
export interface Message {
  /** Text up to the empty line. */
  readonly head: string;
  readonly body: Buffer;
  /** Where the next message begins. */
  readonly end: number;
}

const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

/** The pieces of a chunked body, or undefined when the last one is not there yet. */
function chunked(bytes: Buffer, start: number): { readonly body: Buffer; readonly end: number } | undefined {
  const pieces: Buffer[] = [];
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf(LINE_END, at);
    if (lineEnd < 0) return undefined;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const next = lineEnd + 2 + size + 2;
    if (bytes.length < next) return undefined;
    if (size === 0) return { body: Buffer.concat(pieces), end: next };
    pieces.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = next;
  }
}

/** The message at the beginning of the bytes, or undefined while a part of it is missing. Without trailers; a body has a length or comes in chunks. */
export function messageIn(bytes: Buffer): Message | undefined {
  const headEnd = bytes.indexOf(HEAD_END);
  if (headEnd < 0) return undefined;
  const head = bytes.toString('latin1', 0, headEnd);
  const start = headEnd + HEAD_END.length;
  if (/^transfer-encoding: *chunked$/im.test(head)) {
    const found = chunked(bytes, start);
    return found && { head, ...found };
  }
  const end = start + Number(/^content-length: *(\d+)$/im.exec(head)?.[1] ?? 0);
  return bytes.length < end ? undefined : { head, body: bytes.subarray(start, end), end };
}

/** Collects what a socket brings until there is a whole message. */
export function messageReader(onMessage: (message: Message) => void): (chunk: Buffer) => void {
  let rest: Buffer = Buffer.alloc(0);
  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let message = messageIn(rest); message; message = messageIn(rest)) {
      rest = rest.subarray(message.end);
      onMessage(message);
    }
  };
}

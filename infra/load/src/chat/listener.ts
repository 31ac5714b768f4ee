import { type Receiver, receiver } from '../fanout/receiver.ts';

const SEQ = Buffer.from('"seq":');
const CONTENT = Buffer.from('"content":"m');
const NEXT = Buffer.from('"type":"next"');
/** An event says that it is one within its first bytes; what else comes is about the socket. */
const BEGINNING = 64;
const ZERO = 0x30;

/** The number behind a text in a message; -1 when the text is not there. */
function numberAfter(message: Buffer, text: Buffer): number {
  const found = message.indexOf(text);
  if (found < 0) return -1;
  let number = 0;
  for (let at = found + text.length; message[at]! >= ZERO && message[at]! <= ZERO + 9; at += 1) number = number * 10 + message[at]! - ZERO;
  return number;
}

/** A client of one channel that checks what it gets. */
export interface ListenerOptions {
  readonly url: string;
  readonly id: string;
  readonly token: string | undefined;
  /** Told of the number in each message's text, once and in the order of the log. */
  readonly onTurn: (turn: number) => void;
  /** Told what is wrong: a gap, a double, a refusal, a lost socket. */
  readonly onWrong: (what: string) => void;
}

/** Connects a client that says what is wrong with what it gets: numbers of the log must follow each other. */
export async function listener({ url, id, token, onTurn, onWrong }: ListenerOptions): Promise<Receiver> {
  let last = 0;
  let client: Receiver | undefined;
  client = await receiver({
    url,
    id,
    token,
    onMessage() {
      const message = client?.last;
      if (!message?.subarray(0, BEGINNING).includes(NEXT)) return;
      const seq = numberAfter(message, SEQ);
      if (last !== 0 && seq !== last + 1) onWrong(`${id} got number ${seq} after ${last}: ${message.toString('utf8', 0, 300)}`);
      last = seq;
      onTurn(numberAfter(message, CONTENT));
    },
    onRefused: (message) => onWrong(`${id} was refused: ${message}`),
    onLost: (reason) => onWrong(`${id} was sent away: ${reason}`),
  });
  return client;
}

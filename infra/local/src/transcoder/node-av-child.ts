import type { ChildAnswer, ChildRequest } from './node-av-messages.ts';
import { runLadder } from './node-av-ladder.ts';
import { runPicture, takeCover } from './node-av-picture.ts';
import { MediaRefused, probeSource } from './node-av-source.ts';

/** Sends one message and waits until it is on its way. */
function send(answer: ChildAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

function valueOf(request: ChildRequest) {
  if (request.kind === 'probe') return probeSource(request.source);
  if (request.kind === 'cover') return takeCover(request.job);
  if (request.kind === 'picture') return runPicture(request.job);
  return runLadder(request.job, (fraction) => void process.send?.({ kind: 'progress', fraction } satisfies ChildAnswer));
}

function answerTo(request: ChildRequest): ChildAnswer {
  try {
    return { kind: 'done', value: valueOf(request) };
  } catch (error) {
    if (error instanceof MediaRefused) return { kind: 'failed', failure: { code: error.code, detail: error.message } };
    return { kind: 'failed', failure: { code: 'CORRUPT_MEDIA', detail: error instanceof Error ? error.message : String(error) } };
  }
}

process.once('message', (request: ChildRequest) => {
  // FFmpeg's own clean-up at exit is of no use to anybody; the parent kills what is left.
  void send(answerTo(request)).finally(() => process.kill(process.pid, 'SIGKILL'));
});

import type { ChildAnswer, ChildRequest } from './node-av-messages.ts';
import { runLadder } from './node-av-ladder.ts';
import { MediaRefused, probeSource } from './node-av-source.ts';

/** Sends one message and waits until it is on its way. */
function send(answer: ChildAnswer): Promise<void> {
  return new Promise((resolve, reject) => {
    process.send?.(answer, (error: Error | null) => (error ? reject(error) : resolve()));
  });
}

function answerTo(request: ChildRequest): ChildAnswer {
  try {
    const onProgress = (fraction: number) => void process.send?.({ kind: 'progress', fraction } satisfies ChildAnswer);
    return { kind: 'done', value: request.kind === 'probe' ? probeSource(request.source) : runLadder(request.job, onProgress) };
  } catch (error) {
    if (error instanceof MediaRefused) return { kind: 'failed', failure: { code: error.code, detail: error.message } };
    return { kind: 'failed', failure: { code: 'CORRUPT_MEDIA', detail: error instanceof Error ? error.message : String(error) } };
  }
}

process.once('message', (request: ChildRequest) => {
  // FFmpeg's own clean-up at exit is of no use to anybody; the parent kills what is left.
  void send(answerTo(request)).finally(() => process.kill(process.pid, 'SIGKILL'));
});

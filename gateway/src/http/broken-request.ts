import type { Socket } from 'node:net';
import type { ErrorCode } from '@veza/graphql';
import { sendRawProblem } from './raw-problem.ts';

/** What Node's HTTP parser gives up for, beside plain nonsense. */
const FAULTS: Readonly<Record<string, { readonly status: number; readonly code: ErrorCode }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, code: 'BAD_REQUEST' },
  HPE_HEADER_OVERFLOW: { status: 431, code: 'CONTENT_TOO_LARGE' },
};
const NONSENSE = { status: 400, code: 'BAD_REQUEST' } as const;

/** Answers bytes that are no HTTP request, and ends the connection. */
export function answerBrokenRequest(newRequestId: () => string): (error: NodeJS.ErrnoException, socket: Socket) => void {
  return ({ code }, socket) => {
    if (code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    return sendRawProblem(socket, { ...(FAULTS[code ?? ''] ?? NONSENSE), requestId: newRequestId() });
  };
}

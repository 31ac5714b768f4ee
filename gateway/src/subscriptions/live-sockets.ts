import type { Caller, Revocation } from '@veza/auth';

/** A socket as the others see it. */
export interface LiveSocket {
  readonly caller: Caller | undefined;
  close(code: number, reason: string): void;
}

/** Every open socket of this process, found by who speaks on it. */
export interface LiveSockets<Socket extends LiveSocket> extends Iterable<Socket> {
  readonly size: number;
  /** Whether no further one is taken. */
  readonly isSealed: boolean;
  /** Takes no further ones: the gateway closes. */
  seal(): void;
  add(socket: Socket): void;
  remove(socket: Socket): void;
  /** Files a socket under its caller. Answers how many sockets the person has now. */
  identify(socket: Socket): number;
  /** Sockets that a revocation concerns. */
  concernedBy(revocation: Revocation): readonly Socket[];
}

/** An empty register. */
export function liveSockets<Socket extends LiveSocket>(): LiveSockets<Socket> {
  /** Every socket with the person and the session it is filed under. */
  const all = new Map<Socket, readonly string[]>();
  const bySubject = new Map<string, Set<Socket>>();
  let isSealed = false;
  const unfile = (socket: Socket) => {
    for (const subject of all.get(socket) ?? []) {
      const known = bySubject.get(subject);
      known?.delete(socket);
      if (known?.size === 0) bySubject.delete(subject);
    }
  };
  return {
    get size() {
      return all.size;
    },
    get isSealed() {
      return isSealed;
    },
    seal: () => void (isSealed = true),
    [Symbol.iterator]: () => all.keys(),
    add: (socket) => void all.set(socket, []),
    remove(socket) {
      unfile(socket);
      all.delete(socket);
    },
    identify(socket) {
      const { caller } = socket;
      if (caller?.kind !== 'user' || !all.has(socket)) return 0;
      unfile(socket);
      const subjects = [caller.userId, caller.sessionId];
      all.set(socket, subjects);
      for (const subject of subjects) bySubject.set(subject, (bySubject.get(subject) ?? new Set()).add(socket));
      return bySubject.get(caller.userId)!.size;
    },
    concernedBy(revocation) {
      const subject = revocation.kind === 'session' ? revocation.sessionId : revocation.userId;
      return [...(bySubject.get(subject) ?? [])];
    },
  };
}

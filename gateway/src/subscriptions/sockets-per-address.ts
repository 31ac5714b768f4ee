import { isLoopback, networkPrefix } from '@veza/guard';

/** Counts the open sockets and event streams of every household. */
export interface SocketsPerAddress {
  /** Whether one more would be too many. @param address of a client; nothing is known of who has none */
  isCrowd(address: string | undefined): boolean;
  /** Counts one. Answers how to count it no more. */
  enter(address: string | undefined): () => void;
}

/** @param max sockets of one household @param sparesLoopback whether this machine itself may have any number, as in development */
export function socketsPerAddress(max: number, sparesLoopback: boolean): SocketsPerAddress {
  const open = new Map<string, number>();
  const householdOf = (address: string | undefined) =>
    address === undefined || (sparesLoopback && isLoopback(address)) ? undefined : networkPrefix(address);
  const add = (household: string, by: 1 | -1) => {
    const count = (open.get(household) ?? 0) + by;
    if (count === 0) open.delete(household);
    else open.set(household, count);
  };
  return {
    isCrowd(address) {
      const household = householdOf(address);
      return household !== undefined && (open.get(household) ?? 0) >= max;
    },
    enter(address) {
      const household = householdOf(address);
      if (household === undefined) return () => undefined;
      add(household, 1);
      return () => add(household, -1);
    },
  };
}

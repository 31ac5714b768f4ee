/** How an operation of a socket ended. `unidentified`: the caller of the socket may not go on. `too slow`: nothing can bring back what the client has missed. Both end the socket. */
export type OperationEnd = 'done' | 'unidentified' | 'too slow';

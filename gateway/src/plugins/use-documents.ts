import type { Plugin } from '@envelop/core';
import type { RateLimiter } from '@veza/key-value';
import type { Log } from '@veza/telemetry';
import type { OperationContext } from '../pipeline/context.ts';
import type { FindDocument } from '../pipeline/documents.ts';
import type { PersistedQueries } from '../pipeline/persisted-queries.ts';

/** What one person may have kept. New texts per hour. */
const NEW_TEXTS = { capacity: 100, refillPerSecond: 100 / 3600 };

/** What the plugin works with. */
export interface UseDocumentsOptions {
  readonly find: FindDocument;
  readonly persisted: PersistedQueries;
  /** Whether texts are kept for people only; where nobody is known, for everybody. */
  readonly keepsForPeopleOnly: boolean;
  /** Counts what is kept for one person; without one only the store itself is bounded. */
  readonly limiter?: RateLimiter | undefined;
  readonly log: Log;
}

/**
 * Finds the text of each operation. A text that a client sends along with its hash runs in any case; it is kept once it is known to be
 * a good document.
 */
export function useDocuments({ find, persisted, keepsForPeopleOnly, limiter, log }: UseDocumentsOptions): Plugin<OperationContext> {
  const mayKeep = async ({ caller }: OperationContext): Promise<boolean> => {
    if (caller.kind !== 'user') return !keepsForPeopleOnly;
    if (!limiter) return true;
    const { allowed } = await limiter.take(`veza:gateway:documents:user:${caller.userId}`, 1, NEW_TEXTS);
    return allowed;
  };
  const keep = async (context: OperationContext): Promise<void> => {
    const { newHash, text } = context;
    if (newHash === undefined || text === undefined || persisted.find(newHash) !== undefined) return;
    if (await mayKeep(context)) persisted.keep(newHash, text);
  };
  const keepLater = ({ args }: { args: { contextValue: OperationContext } }): void => {
    if (args.contextValue.newHash === undefined) return;
    keep(args.contextValue).catch((error: unknown) => log.warn('persisted-query.not-kept', { error }));
  };
  return {
    onParse({ context, extendContext }) {
      const found = find(context.request, context.caller);
      if (!found.ok) return extendContext({ documentErrors: [found.error.toJSON()] });
      const { text, isTrusted, newHash } = found;
      return extendContext(newHash === undefined ? { text, isTrusted } : { text, isTrusted, newHash });
    },
    onExecute: keepLater,
    onSubscribe: keepLater,
  };
}

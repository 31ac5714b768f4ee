import { setTimeout as sleep } from 'node:timers/promises';
import type { AccessTokenVerifier } from '@veza/auth';
import type { Readiness } from '../http/readiness.ts';
import { accessSelfTest, type SelfTestOptions } from './self-test.ts';

/** What is checked before traffic comes. */
export interface StartCheckOptions extends SelfTestOptions {
  /** Resolves when the first document can be planned. */
  readonly planner: Promise<void>;
  readonly jwks?: () => Promise<object>;
  /** Without one no caller is known, so nothing can be refused. */
  readonly verifier?: AccessTokenVerifier;
  readonly readiness: Readiness;
}

/** A check that has to wait for a process that is not up yet goes on in the background. */
const PATIENCE_MS = 2_000;
const RETRY_MS = 1_000;

async function keySetArrives({ jwks, readiness, log, signal }: StartCheckOptions): Promise<void> {
  while (jwks && !signal.aborted) {
    try {
      await jwks();
      return readiness.fulfil('keySet');
    } catch (error) {
      log.warn('gateway.key-set-missing', { error });
      await sleep(RETRY_MS, undefined, { signal }).catch(() => undefined);
    }
  }
}

async function subgraphsRefuse(options: StartCheckOptions): Promise<void> {
  if (options.verifier && (await accessSelfTest(options))) options.readiness.fulfil('accessSelfTest');
}

/**
 * Fulfils the conditions of readiness one by one. Resolves when all are decided, or after two seconds while the rest goes on behind.
 * @throws what the planner says of a supergraph that it cannot plan
 */
export async function startChecks(options: StartCheckOptions): Promise<void> {
  const { readiness } = options;
  const planner = options.planner.then(() => readiness.fulfil('planner'));
  const others = Promise.all([keySetArrives(options), subgraphsRefuse(options)]);
  const patience = new AbortController();
  await planner;
  await Promise.race([others, sleep(PATIENCE_MS, undefined, { signal: patience.signal }).catch(() => undefined)]);
  patience.abort();
}

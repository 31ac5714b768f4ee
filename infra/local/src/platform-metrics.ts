import type { PolledRevocationSet } from '@veza/auth';
import { outboxLagSeconds } from '@veza/postgres';
import { gauge, gaugeEach, type Metrics } from '@veza/telemetry';
import type { Platform } from './platform.ts';

/** What operators watch besides the gateway: events on their way, and how old the knowledge of ended sessions is. */
export function platformMetrics(metrics: Metrics, { pools }: Platform, revocations: PolledRevocationSet): void {
  gaugeEach(
    metrics,
    { name: 'veza_outbox_lag_seconds', help: 'Age of the oldest event that is not published yet.', label: 'subgraph' },
    Object.fromEntries(Array.from(pools, ([schema, pool]) => [schema, () => outboxLagSeconds(pool)])),
  );
  gauge(
    metrics,
    { name: 'veza_revocation_staleness_seconds', help: 'Time since revocations were last read.' },
    () => revocations.stalenessMs() / 1_000,
  );
}

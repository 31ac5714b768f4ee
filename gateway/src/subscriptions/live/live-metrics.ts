import { counter, durations, gauge, type Metrics } from '@veza/telemetry';

/** What is counted of groups. */
export interface LiveMetrics {
  groupOpened(): void;
  groupClosed(): void;
  joined(): void;
  left(): void;
  /** One event for all clients of a group. */
  rendered(): void;
  /** @param seconds from an event to the last client that took it at once */
  fannedOut(seconds: number): void;
  caughtUp(): void;
  gaveUp(): void;
  readmitted(): void;
  revoked(): void;
  reopened(): void;
}

/** Registers the measurements of groups. */
export function liveMetrics(metrics: Metrics): LiveMetrics {
  const groups = gauge(metrics, { name: 'veza_live_groups', help: 'Shared upstream subscriptions' });
  const subscribers = gauge(metrics, { name: 'veza_live_subscribers', help: 'Clients in groups' });
  const rendered = counter(metrics, { name: 'veza_live_events_total', help: 'Events rendered, each once for its group' });
  const fanOut = durations(metrics, { name: 'veza_live_fan_out_seconds', help: 'From an event to the last client that took it at once' });
  const catchUps = counter(metrics, { name: 'veza_live_catch_ups_total', help: 'Times that clients went on from a cursor' });
  const lagCloses = counter(metrics, { name: 'veza_live_lag_closes_total', help: 'Clients that were too slow to go on' });
  const readmissions = counter(metrics, {
    name: 'veza_live_readmissions_total',
    help: 'Times that clients were held until admitted again',
  });
  const revoked = counter(metrics, { name: 'veza_live_revoked_total', help: 'Clients that were not admitted again' });
  const reopened = counter(metrics, { name: 'veza_live_reopened_total', help: 'Upstreams that were lost and opened again' });
  return {
    groupOpened: () => groups.inc(),
    groupClosed: () => groups.dec(),
    joined: () => subscribers.inc(),
    left: () => subscribers.dec(),
    rendered: () => rendered.inc(),
    fannedOut: (seconds) => fanOut.observe({}, seconds),
    caughtUp: () => catchUps.inc(),
    gaveUp: () => lagCloses.inc(),
    readmitted: () => readmissions.inc(),
    revoked: () => revoked.inc(),
    reopened: () => reopened.inc(),
  };
}

import { counter, gauge, type Metrics } from '@veza/telemetry';

/** What is counted of sockets. */
export interface SocketMetrics {
  opened(): void;
  closed(code: number): void;
  operationStarted(): void;
  operationEnded(): void;
  /** @param count of messages, control messages and events alike */
  sent(count: number): void;
}

/** Registers the measurements of sockets. @param bufferedBytes asked at each scrape: bytes that wait for all clients together */
export function socketMetrics(metrics: Metrics, bufferedBytes: () => number): SocketMetrics {
  const sockets = gauge(metrics, { name: 'veza_ws_sockets', help: 'Open WebSockets' });
  const operations = gauge(metrics, { name: 'veza_ws_operations', help: 'Operations that run on WebSockets' });
  const sent = counter(metrics, { name: 'veza_ws_sent_total', help: 'Messages sent to clients' });
  const closed = counter(metrics, { name: 'veza_ws_closed_total', help: 'Closed WebSockets by close code', labels: ['code'] });
  gauge(metrics, { name: 'veza_ws_buffer_bytes', help: 'Bytes that wait for slow clients' }, bufferedBytes);
  return {
    opened: () => sockets.inc(),
    closed(code) {
      sockets.dec();
      closed.inc({ code: String(code) });
    },
    operationStarted: () => operations.inc(),
    operationEnded: () => operations.dec(),
    sent: (count) => sent.inc(count),
  };
}

import { readTraceParent, type SpanFacts, type Tracing } from '@veza/telemetry';

/** A span that a test reads afterwards. */
export interface RecordedSpan {
  readonly name: string;
  readonly traceId: string;
  readonly spanId: string;
  /** Undefined where a trace begins. */
  readonly parentId: string | undefined;
  facts: SpanFacts;
  /** `ok`, or the failure; undefined while it runs. */
  end: string | undefined;
}

const id = (number: number, digits: number) => number.toString(16).padStart(digits, '0');

/** Traces that a test reads afterwards. */
export function recordedTracing(): Tracing & { readonly spans: readonly RecordedSpan[] } {
  const spans: RecordedSpan[] = [];
  return {
    spans,
    start(name, { parent, facts = {} }) {
      const above = readTraceParent(parent);
      const number = spans.length + 1;
      const [traceId, spanId] = [above?.traceId ?? id(number, 32), id(number, 16)];
      const span: RecordedSpan = { name, traceId, spanId, parentId: above?.spanId, facts, end: undefined };
      spans.push(span);
      return {
        traceId,
        traceparent: `00-${traceId}-${spanId}-01`,
        note: (more) => void (span.facts = { ...span.facts, ...more }),
        end: (failure = 'ok') => void (span.end ??= failure),
      };
    },
    close: () => Promise.resolve(),
  };
}

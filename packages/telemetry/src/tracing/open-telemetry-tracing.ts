import { ROOT_CONTEXT, SpanKind, SpanStatusCode, trace, type Context, type Tracer } from '@opentelemetry/api';
import { defaultResource, detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources';
import {
  BasicTracerProvider,
  BatchSpanProcessor,
  ParentBasedSampler,
  TraceIdRatioBasedSampler,
  type SpanExporter,
} from '@opentelemetry/sdk-trace-base';
import { readTraceParent, writeTraceParent } from './trace-parent.ts';
import type { Span, SpanFacts, SpanStart, Tracing } from './tracing.ts';

/** What is recorded, and where it goes. */
export interface OpenTelemetryOptions {
  /** `service.name` of everything, unless the environment says otherwise. */
  readonly service: string;
  readonly exporter: SpanExporter;
  /** Part of the traces that begin here and are recorded, from 0 to 1; undefined leaves it to `OTEL_TRACES_SAMPLER`. */
  readonly recordedShare: number | undefined;
}

const KINDS = { server: SpanKind.SERVER, client: SpanKind.CLIENT, internal: SpanKind.INTERNAL } as const;
const CLOSE_MS = 1_000;

/** Facts that are not known are left out. */
const known = (facts: SpanFacts) =>
  Object.fromEntries(Object.entries(facts).filter((fact): fact is [string, string | number | boolean] => fact[1] !== undefined));

function contextOf(parent: string | undefined): Context {
  const read = readTraceParent(parent);
  if (!read) return ROOT_CONTEXT;
  return trace.setSpanContext(ROOT_CONTEXT, { traceId: read.traceId, spanId: read.spanId, traceFlags: read.flags, isRemote: true });
}

function begin(tracer: Tracer, name: string, { kind, parent, facts = {} }: SpanStart): Span {
  const span = tracer.startSpan(name, { kind: KINDS[kind], attributes: known(facts) }, contextOf(parent));
  const { traceId, spanId, traceFlags } = span.spanContext();
  return {
    traceId,
    traceparent: writeTraceParent({ traceId, spanId, flags: traceFlags }),
    note: (more) => void span.setAttributes(known(more)),
    end(failure) {
      if (failure !== undefined) span.setStatus({ code: SpanStatusCode.ERROR, message: failure });
      span.end();
    },
  };
}

/**
 * Traces by the OpenTelemetry SDK. Spans wait in a queue of bounded length and are sent behind the work; when nobody takes them, they are dropped.
 * The SDK reads its limits and delays from the standard `OTEL_*` variables.
 */
export function openTelemetryTracing({ service, exporter, recordedShare }: OpenTelemetryOptions): Tracing {
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(resourceFromAttributes({ 'service.name': service }))
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
    ...(recordedShare !== undefined && { sampler: new ParentBasedSampler({ root: new TraceIdRatioBasedSampler(recordedShare) }) }),
  });
  const tracer = provider.getTracer('veza');
  return {
    start: (name, start) => begin(tracer, name, start),
    async close() {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, CLOSE_MS);
      });
      await Promise.race([provider.shutdown().catch(() => undefined), patience]);
      clearTimeout(timer);
    },
  };
}

export { type EventLoopDelay, eventLoopDelay } from './event-loop-delay.ts';
export { type GracefulStop, gracefulStop, type GracefulStopOptions, type StoppableProcess, type StopStep } from './graceful-stop.ts';
export { health, type HealthOptions, type HealthReport } from './health.ts';
export { createLog, type Log, type LogFields, type LogLevel, type LogOptions, silentLog } from './log.ts';
export { countEach, counter, createMetrics, durations, gauge, gaugeEach, type Metrics, type MetricShape } from './metrics.ts';
export { openTracing } from './tracing/open-tracing.ts';
export { readTraceParent } from './tracing/trace-parent.ts';
export type { Span, SpanFacts, SpanStart, Tracing } from './tracing/tracing.ts';

export { createLog, type Log, type LogFields, type LogLevel, type LogOptions, silentLog } from './log.ts';
export { counter, createMetrics, durations, gauge, type Metrics, type MetricShape } from './metrics.ts';

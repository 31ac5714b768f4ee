export type { BusMessage, EventBus } from './event-bus.ts';
export { type ConsumerOptions, type EventEnvelope, type EventLog, PermanentFailure } from './event-log.ts';
export type { EventRecorder } from './event-recorder.ts';
export { assertSubject } from './subject.ts';

export { inProcessEventBus } from './in-process-event-bus.ts';

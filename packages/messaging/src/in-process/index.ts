export { inProcessEventBus } from './event-bus.ts';

import { messageSent } from '../../src/fanout/events.ts';

/**
 * Publishes events when the benchmark asks for them, one in each turn of the event loop or slower.
 * @param publish {(event: object) => unknown}
 */
export function publishOnDemand(publish) {
  let seq = 0;
  const pause = (ms) => new Promise((resolve) => (ms === 0 ? setImmediate(resolve) : setTimeout(resolve, ms)));
  process.on('message', async ({ count, intervalMs }) => {
    const times = [];
    for (let sent = 0; sent < count; sent += 1) {
      times.push(String(process.hrtime.bigint()));
      seq += 1;
      await publish(messageSent(seq));
      await pause(intervalMs);
    }
    process.send({ times });
  });
}

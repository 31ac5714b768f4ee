import type { SendResult } from './crowd-questions.ts';
import { send, type Stage, startListeners } from './throughput.ts';

const CONNECTIONS = 20;
const WARM_UP = 100;

/** Sends at a calm rate, so that what is seen is the way of a message and no queue. */
export async function lastSubscriber(
  stage: Stage,
  how: { readonly channels: number; readonly messages: number; readonly perSecond: number },
): Promise<SendResult> {
  await using crowd = await startListeners(stage, how.channels);
  await send(stage, crowd, { ...how, messages: WARM_UP, connections: CONNECTIONS });
  return await send(stage, crowd, { ...how, connections: CONNECTIONS });
}

import { announce } from '../process/serve-parent.ts';
import { cheapServer } from './cheap-server.ts';

/** A server that answers everybody the same at once: what it can be asked is what the load generator can ask. */
const ANSWER = JSON.stringify({ data: { text: 'x'.repeat(3_000) } });

announce((await cheapServer(() => ANSWER)).url);

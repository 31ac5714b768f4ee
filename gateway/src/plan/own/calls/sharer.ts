import type { Json, JsonObject, SubgraphAnswer } from '../../../transport/port.ts';
import { deepCopy } from '../fetch/merge.ts';
import type { Request } from './request.ts';
import { type Asker, callKey, callMeta } from './asker.ts';
import type { CallTools } from './call-tools.ts';
import { dispatch, type Outcome } from './dispatch.ts';
import { type Departure, inFlight } from './in-flight.ts';
import { sharedCall, type SharedCall } from './shared-call.ts';

/** Sends queries; equal ones that are under way at the same time are sent once. */
export interface Sharer {
  /** @param json the variables as JSON, where that text is there already */
  ask(request: Request, variables: JsonObject, asker: Asker, json?: () => string): Promise<Outcome>;
}

interface Call extends Departure {
  readonly shared: SharedCall<undefined>;
}

/** The last gets the answer itself, all others a copy: they change it while they put their own answers together. */
function copies(answer: SubgraphAnswer, needs: readonly undefined[]): readonly SubgraphAnswer[] {
  const { data } = answer;
  return needs.map((_, index) =>
    index === needs.length - 1 || !data ? answer : { ...answer, data: deepCopy(data as Json) as JsonObject },
  );
}

/** Written for the key, for the request, or for neither. */
function once(write: () => string): () => string {
  let text: string | undefined;
  return () => (text ??= write());
}

const outcomeOf = ({ shared }: Call, { presence }: Asker): Promise<Outcome> =>
  new Promise((resolve) => {
    shared.wait(undefined, presence, resolve);
  });

/** Makes the sharer of one executor. @see gateway.md 4.3 */
export function sharer({ order, mayJoin, now, metrics, dedupe }: CallTools): Sharer {
  const calls = inFlight<Call>(mayJoin);

  const leave = (request: Request, asker: Asker, key: string): Call => {
    const call: Call = {
      shared: sharedCall<undefined>(copies, () => calls.remove(key, call)),
      place: order.next(),
      startedAt: now(),
      deadlineAt: asker.meta.deadlineAt,
    };
    metrics?.called(request.service);
    if (dedupe) calls.add(key, call);
    return call;
  };

  return {
    ask(request, variables, asker, json = once(() => JSON.stringify(variables))) {
      const key = dedupe ? callKey(request, json(), asker) : '';
      const known = dedupe ? calls.find(key, asker) : undefined;
      if (known) {
        metrics?.joined(request.service);
        return outcomeOf(known, asker);
      }
      const call = leave(request, asker, key);
      const answered = outcomeOf(call, asker);
      const { deadlineAt, shared } = call;
      const meta = callMeta(request, asker, { deadlineAt, signal: shared.signal, variablesJson: json });
      void dispatch(request, variables, meta).then((outcome) => {
        calls.remove(key, call);
        call.shared.settle(outcome);
      });
      return answered;
    },
  };
}

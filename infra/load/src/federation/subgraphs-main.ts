import { cheapServer } from '../http/cheap-server.ts';
import { announce, answerParent } from '../process/serve-parent.ts';
import { memoisedAnswers } from './memoised-answers.ts';
import { SUBGRAPH_NAMES, type SubgraphName } from './sdl.ts';
import { federationSubgraph } from './subgraphs.ts';

/** Serves all subgraphs of the federation, each on a port of its own. Asked by the parent, it says how many calls there were since the last time. */
const calls = new Map<SubgraphName, number>();

async function serve(name: SubgraphName): Promise<readonly [SubgraphName, string]> {
  const answer = memoisedAnswers(federationSubgraph(name));
  const { url } = await cheapServer((body) => {
    calls.set(name, (calls.get(name) ?? 0) + 1);
    return answer(body);
  });
  return [name, url];
}

const addresses = await Promise.all(SUBGRAPH_NAMES.map(serve));
answerParent(() => {
  const counted = Object.fromEntries(calls);
  calls.clear();
  return counted;
});
announce(JSON.stringify(Object.fromEntries(addresses)));

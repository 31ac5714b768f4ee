import { type ActDependencies, performActs, type Perform } from './act.ts';

/** What use cases of management are built from. */
export interface Management extends ActDependencies {
  readonly perform: Perform;
}

/** Acts of management on one set of ports. */
export function management(ports: ActDependencies): Management {
  const { access, roles, unitOfWork, communityHints, takeRate, clock, newId, limits } = ports;
  return { access, roles, unitOfWork, communityHints, takeRate, clock, newId, limits, perform: performActs(ports) };
}

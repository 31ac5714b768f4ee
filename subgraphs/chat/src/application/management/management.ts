import type { AccessReader } from '../ports/access.ts';
import type { CommunityReader } from '../ports/community.ts';
import { type ActDependencies, performActs, type Perform } from './act.ts';
import { admissions, type Admissions } from './admission.ts';

/** What use cases of management are built from. */
export interface Management extends ActDependencies {
  readonly perform: Perform;
  readonly admit: Admissions;
}

/** Acts of management on one set of ports. */
export function management(
  ports: ActDependencies & { readonly access: AccessReader; readonly communities: Pick<CommunityReader, 'findRoles'> },
): Management {
  const { unitOfWork, communityHints, clock, newId, limits } = ports;
  return { unitOfWork, communityHints, clock, newId, limits, perform: performActs(ports), admit: admissions(ports) };
}

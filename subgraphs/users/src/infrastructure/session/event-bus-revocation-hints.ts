import { encodeRevocation, REVOCATION_SUBJECT } from '@veza/auth';
import type { EventBus } from '@veza/messaging';
import type { RevocationHints } from '../../application/session/ports.ts';

/** Hints on `veza.ctl.revocation`, one message for each revocation. */
export function eventBusRevocationHints(eventBus: EventBus): RevocationHints {
  return {
    announce(revocations) {
      for (const revocation of revocations) eventBus.publish(REVOCATION_SUBJECT, encodeRevocation(revocation));
    },
  };
}

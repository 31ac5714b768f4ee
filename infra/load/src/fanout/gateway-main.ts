import { internalTokenSigner, type KeySource, type SigningKey } from '@veza/auth';
import { httpTransport } from '@veza/gateway/http';
import { defaultLimits } from '@veza/guard';
import { systemClock } from '@veza/kernel';
import { measuredGateway } from '../ours/gateway.ts';
import { announce, parentSettings } from '../process/serve-parent.ts';

/** What the gateway of the benchmark is started with. */
export interface FanoutGatewaySettings {
  readonly supergraphSdl: string;
  readonly chatUrl: string;
  readonly keySet: Awaited<ReturnType<KeySource>>;
  readonly internalKey: SigningKey;
}

const { supergraphSdl, chatUrl, keySet, internalKey } = parentSettings<FanoutGatewaySettings>();
const { sign: tokenFor } = internalTokenSigner({ key: internalKey, clock: systemClock });
const gateway = await measuredGateway({
  supergraphSdl,
  keySet,
  transports: new Map([['chat', httpTransport({ name: 'chat', url: chatUrl, tokenFor, clock: systemClock })]]),
  // All clients of the benchmark have one address.
  limits: { ...defaultLimits, addressSockets: Number.POSITIVE_INFINITY },
});
announce(`${await gateway.listen({ host: '127.0.0.1', port: 0 })}/graphql`.replace('http', 'ws'));

export { type Access, type AccessDecision, type AccessLevel, accessOf, ALL_SCOPES, isScope, mayPass, refusalCode } from './access.ts';
export {
  ANONYMOUS,
  type AnonymousCaller,
  type Caller,
  type Scope,
  serviceCaller,
  type ServiceCaller,
  type UserCaller,
  viewerId,
} from './caller.ts';
export {
  ACCESS_TOKEN_LIFETIME_SECONDS,
  type AccessToken,
  accessTokenSigner,
  type AccessTokenSigner,
  type AccessTokenSubject,
  accessTokenVerifier,
  type AccessTokenVerifier,
} from './access-token.ts';
export {
  INTERNAL_TOKEN_HEADER,
  INTERNAL_TOKEN_LIFETIME_SECONDS,
  internalTokenSigner,
  type InternalTokenSigner,
  internalTokenVerifier,
  type InternalTokenVerifier,
} from './internal-token.ts';
export { decodeRevocation, encodeRevocation, type Revocation, REVOCATION_SUBJECT, type RevocationSource } from './revocation.ts';
export { type PolledRevocationSet, type RevocationSet, revocationSet, type RevocationSetOptions } from './revocations.ts';
export { type KeySource, newSigningKey, type SigningKey, type SigningKeyPair } from './signing-key.ts';

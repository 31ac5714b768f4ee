export {
  ATTACHMENT_TOKEN_SECONDS,
  DOWNLOAD_TOKEN_SECONDS,
  macInput,
  MAX_TOKEN_SECONDS,
  MEDIA_SCOPES,
  type MediaRequest,
  type MediaScope,
  type MediaToken,
  ONE_FILE,
  parseMediaPath,
  tokenProblem,
} from './media-token.ts';
export { isSameMac, shortMac } from './short-mac.ts';
export { type MediaSigningKey, type MediaSigningKeys, type MediaTokenFacts, signedMediaFolder } from './signed-media-folder.ts';

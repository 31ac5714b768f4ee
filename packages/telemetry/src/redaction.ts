/** What stands in the place of a secret. */
export const REDACTED_TEXT = '[redacted]';

const SECRET_NAMES = [
  'authorization',
  'password',
  'token',
  'accessToken',
  'refreshToken',
  'totpCode',
  'secret',
  'recoveryCodes',
  'email',
  'input',
];

/** Places in a log line that never show their value, at the top and one level down. */
export const REDACTED_PATHS: readonly string[] = [
  ...SECRET_NAMES,
  ...SECRET_NAMES.map((name) => `*.${name}`),
  '["x-veza-token"]',
  '*["x-veza-token"]',
];

/** Refresh tokens, tokens of mails, JSON web tokens, webhook secrets and signed media paths, wherever they stand in a text. */
const SECRET_FORM = /vz[rm]1\.[\w-]{8}|eyJ[\w-]{8,}\.|whsec_|\/m\/v1\.[a-z0-9]{1,8}\.[fpdalx]\./;

/** Whether a text holds a secret by its form, whatever the field is called. */
export function isSecretText(text: string): boolean {
  return SECRET_FORM.test(text);
}

/** Longest address that is kept, in characters. @see RFC 5321 §4.5.3.1 */
const MAX_LENGTH = 254;
const MAX_LOCAL_LENGTH = 64;
const LOCAL_PART = /^[^\s@"(),:;<>[\\\]\p{C}]+$/u;
/** Labels of at most 63 characters, the last one no number: an address of a machine is no mail domain. @see RFC 1123 §2.1 */
const HOST = /^(?=.{1,253}$)(?!(?:.*\.)?\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/;

/** The host as the name system knows it (IDNA, lower case), or undefined when it is none. */
function hostOf(domain: string): string | undefined {
  const host = URL.canParse(`http://${domain}`) ? new URL(`http://${domain}`).hostname : '';
  const isBare = !/[/?#:@\\]/.test(domain);
  return isBare && HOST.test(host) ? host : undefined;
}

/** The address in the form in which it is kept and compared: NFC, host by IDNA; undefined when it is not an address. */
export function parseEmailAddress(text: string): string | undefined {
  const [local, domain, ...rest] = text.trim().normalize('NFC').split('@');
  if (!local || !domain || rest.length > 0) return undefined;
  const host = hostOf(domain);
  if (!host || local.length > MAX_LOCAL_LENGTH || !LOCAL_PART.test(local)) return undefined;
  const address = `${local}@${host}`;
  return address.length <= MAX_LENGTH ? address : undefined;
}

/** What stands before the `@`. */
export function localPartOf(address: string): string {
  return address.slice(0, address.indexOf('@'));
}

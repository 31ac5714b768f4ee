/** Addresses with a scheme, and those that begin with `www.`; the host is captured. Linear: no part can match in two ways. */
const ADDRESS = /(?:https?:\/\/|www\.)([a-z0-9.-]{1,253})/g;
/** Ways into communities, ours and those of others. */
const INVITE = /(?:\/invite\/[a-z0-9]{2,32}|discord\.gg\/[a-z0-9]{2,32})/;

/** Whether a text, as `plainText` has it, holds an address whose host is not among the allowed ones or below them. */
export function holdsForeignAddress(text: string, allowedDomains: readonly string[]): boolean {
  return Array.from(text.matchAll(ADDRESS), ([, host]) => host ?? '').some(
    (host) => !allowedDomains.some((allowed) => host === allowed || host.endsWith(`.${allowed}`)),
  );
}

/** Whether a text, as `plainText` has it, holds an invite. */
export function holdsInvite(text: string): boolean {
  return INVITE.test(text);
}

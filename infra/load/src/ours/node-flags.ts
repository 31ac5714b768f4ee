import { readFileSync } from 'node:fs';

const PACKAGE = new URL('../../../../package.json', import.meta.url);

/** What `npm run gateway` starts Node with, so that the gateway is measured as it ships. */
export function gatewayFlags(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(PACKAGE, 'utf8')) as { readonly scripts: { readonly gateway: string } };
  const [command = ''] = scripts.gateway.split(' --import ');
  return command.split(' ').filter((word) => word.startsWith('--'));
}

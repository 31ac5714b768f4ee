/** Which web pages may talk to the gateway. */
export interface AllowedOrigins {
  /** Whether an `Origin` header names an allowed origin; `null` never does. */
  includes(origin: string): boolean;
}

/** What the list is made of. */
export interface OriginOptions {
  /** Exact origins, scheme, host and port. */
  readonly allowed: readonly string[];
  /** Address of this installation, whose own pages are always allowed. */
  readonly publicUrl: string;
  /** Whether pages on this machine are allowed whatever they call it, on the port of the public URL. */
  readonly isDevelopment: boolean;
}

const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin.toLowerCase() : undefined;
}

/** Makes the list of allowed origins. */
export function allowedOrigins({ allowed, publicUrl, isDevelopment }: OriginOptions): AllowedOrigins {
  const { protocol, port } = new URL(publicUrl);
  const onThisMachine = isDevelopment ? LOOPBACK_HOSTS.map((host) => `${protocol}//${host}${port ? `:${port}` : ''}`) : [];
  const origins = new Set(
    [publicUrl, ...allowed, ...onThisMachine].map(originOf).filter((origin) => origin !== undefined && origin !== 'null'),
  );
  return { includes: (origin) => origins.has(origin.toLowerCase()) };
}

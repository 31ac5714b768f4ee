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
  /** Whether every page of this machine is allowed: a front end under development runs on a port of its own. */
  readonly isDevelopment: boolean;
}

const LOOPBACK_ORIGIN = /^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d{1,5})?$/;

function originOf(url: string): string {
  if (!URL.canParse(url) || new URL(url).origin === 'null') throw new Error(`${url} is no origin`);
  return new URL(url).origin.toLowerCase();
}

/** Makes the list of allowed origins. @throws Error on one that is not an origin */
export function allowedOrigins({ allowed, publicUrl, isDevelopment }: OriginOptions): AllowedOrigins {
  const origins = new Set([publicUrl, ...allowed].map(originOf));
  return {
    includes(origin) {
      const given = origin.toLowerCase();
      return origins.has(given) || (isDevelopment && LOOPBACK_ORIGIN.test(given));
    },
  };
}

import type { GraphQLScalarType } from 'graphql';
import { byteCountScalar } from './byte-count.ts';
import { currencyCodeScalar } from './currency-code.ts';
import { dateTimeScalar } from './date-time.ts';
import { decimalScalar } from './decimal.ts';
import { emailAddressScalar } from './email-address.ts';
import { jsonScalar } from './json.ts';
import { urlScalar } from './url.ts';

/**
 * The custom scalars of the platform by their name in SDL.
 * @param ownOrigins origins of this installation, which `URL` accepts with http too
 */
export function scalars(ownOrigins: readonly string[] = []): ReadonlyMap<string, GraphQLScalarType> {
  const all = [dateTimeScalar, decimalScalar, byteCountScalar, currencyCodeScalar, urlScalar(ownOrigins), emailAddressScalar, jsonScalar];
  return new Map(all.map((type) => [type.name, type as GraphQLScalarType]));
}

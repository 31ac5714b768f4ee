import type { JsonObject } from '../../../transport/port.ts';
import type { BatchItem } from '../fetch/batch.ts';

/** Variable of `_entities` operations. */
export const REPRESENTATIONS = 'representations';

/** Variables of an `_entities` operation, and the same as JSON: put together from texts that are there already, where text is sent. */
export interface EntityVariables {
  readonly values: JsonObject;
  readonly json: () => string;
}

/** @param extra variables beside the representations; `extraJson` are the same as JSON */
export function entityVariables(items: readonly BatchItem[], extra: JsonObject, extraJson: string): EntityVariables {
  const representations = items.map(({ representation }) => representation) as unknown as JsonObject[];
  const json = () => {
    const rest = extraJson.length > '{}'.length ? `${extraJson.slice(1, -1)},` : '';
    return `{${rest}"${REPRESENTATIONS}":[${items.map(({ text }) => text).join(',')}]}`;
  };
  return { values: { [REPRESENTATIONS]: representations, ...extra }, json };
}

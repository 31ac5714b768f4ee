import { type Id, type NewId, toTypeId, type Uuid } from '@veza/kernel';

/** Ids that rise by one, in the order they are asked for. The same in every run. */
export function sequentialIds(start = 1): NewId {
  const next = sequentialUuids(start);
  return <Prefix extends string>(prefix: Prefix): Id<Prefix> => toTypeId(prefix, next()) as Id<Prefix>;
}

/** Version 7 uuids that rise by one; for ids that have no kind, e.g. of events. */
export function sequentialUuids(start = 1): () => Uuid {
  let count = start;
  return () => {
    const uuid = `00000000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
    count += 1;
    return uuid;
  };
}

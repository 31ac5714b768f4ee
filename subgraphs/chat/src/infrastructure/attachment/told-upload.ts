import { toId } from '@veza/kernel';
import type { UserId } from '../../domain/community.ts';

/** What tracks tells a service of an upload. */
export interface ToldUpload {
  readonly state: string;
  readonly purpose: string;
  readonly ownerId: UserId;
  readonly filename: string;
  readonly contentType: string | null;
  readonly byteSize: number;
  readonly aid: string | null;
  readonly width: number | null;
  readonly height: number | null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const numberOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);

/** An answer of tracks, looked at member by member; undefined when there is none. */
export function toldUpload(answer: Readonly<Record<string, unknown>> | null): ToldUpload | undefined {
  if (!answer) return undefined;
  const { state, purpose, ownerId, filename, contentType, byteSize, aid, width, height } = answer;
  return {
    state: textOf(state) ?? '',
    purpose: textOf(purpose) ?? '',
    ownerId: toId('user', textOf(ownerId) ?? ''),
    filename: textOf(filename) ?? '',
    contentType: textOf(contentType),
    byteSize: numberOf(byteSize) ?? 0,
    aid: textOf(aid),
    width: numberOf(width),
    height: numberOf(height),
  };
}

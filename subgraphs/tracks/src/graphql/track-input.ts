import { graphqlError } from '@veza/graphql';
import type { MetadataChanges } from '../application/track/metadata-changes.ts';
import type { CreateTrackInput, UpdateTrackInput } from './generated.ts';

type Input = Pick<
  CreateTrackInput & UpdateTrackInput,
  'title' | 'description' | 'genre' | 'tags' | 'visibility' | 'licence' | 'isDownloadable'
>;

/** Members that a track always has. */
const REQUIRED = ['title', 'tags', 'visibility', 'licence', 'isDownloadable'] as const;

/** Members that were given. @throws GraphQLError BAD_USER_INPUT for a null that would clear what a track always has */
export function changesOf(input: Input): MetadataChanges {
  for (const name of REQUIRED) {
    if (input[name] === null) throw graphqlError('BAD_USER_INPUT', `${name} cannot be null`, { argument: ['input', name] });
  }
  const { title, description, genre, tags, visibility, licence, isDownloadable } = input;
  const given = Object.entries({ title, description, genre, tags, visibility, licence, isDownloadable }).filter(
    ([, value]) => value !== undefined,
  );
  return Object.fromEntries(given) as MetadataChanges;
}

/** An optional argument of a new thing: null says as much as nothing. */
export function withoutNulls<T extends object>(input: T): { [Key in keyof T]?: NonNullable<T[Key]> } {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined)) as {
    [Key in keyof T]?: NonNullable<T[Key]>;
  };
}

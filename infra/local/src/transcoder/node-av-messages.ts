import type { CoverJob, LadderJob, LadderResult, MediaFailure, MediaSource, PictureJob, Probe } from '@veza/tracks/transcoder';

/** What the child is asked, once in its life. */
export type ChildRequest =
  | { readonly kind: 'probe'; readonly source: MediaSource }
  | { readonly kind: 'run'; readonly job: LadderJob }
  | { readonly kind: 'cover'; readonly job: CoverJob }
  | { readonly kind: 'picture'; readonly job: PictureJob };

/** What it answers: any number of fractions, then one end. */
export type ChildAnswer =
  | { readonly kind: 'progress'; readonly fraction: number }
  | { readonly kind: 'done'; readonly value: Probe | LadderResult | undefined }
  | { readonly kind: 'failed'; readonly failure: MediaFailure };

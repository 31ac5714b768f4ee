/** Which part of an ordered list is wanted: `size` items after or before places in it, both exclusive. */
export interface Slice<Place> {
  readonly direction: 'forward' | 'backward';
  /** 1…100. */
  readonly size: number;
  readonly after: Place | undefined;
  readonly before: Place | undefined;
}

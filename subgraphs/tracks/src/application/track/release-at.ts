/** A release as it is kept: one in the past is now. */
export function keptRelease(releaseAt: Date | null, now: Date): Date | null {
  return releaseAt !== null && releaseAt < now ? now : releaseAt;
}

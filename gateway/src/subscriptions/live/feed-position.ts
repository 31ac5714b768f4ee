import type { EventMarks, SubscriptionPlan } from '../../plan/subscription-plan.ts';

/** A number is missing: the events between have to be fetched. */
export class Gap extends Error {}

/** How far a feed has read. */
export interface FeedPosition {
  /** Cursor to go on after. */
  readonly after: string | undefined;
  /** Number of the last event; undefined where none is known. */
  readonly seq: number | undefined;
  /** Whether anything has come yet. */
  readonly hasRead: boolean;
  /** Whether an event plainly follows: it came after the last one, nothing is missing between, and it is no mark. */
  isNext(marks: EventMarks): boolean;
  /**
   * Whether an event is to be handed on; false for one that came before, and for marks, which are no events.
   * @throws Gap when events between are missing and can be fetched
   */
  accepts(marks: EventMarks, plan: Pick<SubscriptionPlan, 'live' | 'isResumable'>): boolean;
}

/** Tells of permissions in silence; clients never see it. */
export const MARK = 'FeedMark';
/** Last words of a stream: they stand outside of the log and repeat the number of its head. */
const LAST_WORDS: ReadonlySet<string> = new Set(['ResyncRequired', 'AccessRevoked']);
/** A hole that is still there after so many readings is how the log is. */
const READINGS_OF_A_GAP = 3;

/** @param start cursor to begin after */
export function feedPosition(start: string | undefined): FeedPosition {
  let after = start;
  let lastSeq: number | undefined;
  let hasRead = false;
  let gaps = 0;

  const isDouble = ({ seq, cursor }: EventMarks) =>
    seq !== undefined && lastSeq !== undefined ? seq <= lastSeq : cursor !== undefined && hasRead && cursor === after;
  const isGap = ({ seq }: EventMarks) => seq !== undefined && lastSeq !== undefined && seq > lastSeq + 1;
  /** A mark at the very beginning tells where the log stood when the stream began. */
  const readMark = ({ cursor, seq }: EventMarks) => {
    after ??= cursor;
    if (after === cursor) lastSeq ??= seq;
  };
  const read = ({ cursor, seq }: EventMarks) => {
    gaps = 0;
    hasRead = true;
    lastSeq = seq ?? lastSeq;
    after = cursor ?? after;
    return true;
  };
  const readLog = (marks: EventMarks, isResumable: boolean) => {
    if (isDouble(marks)) return false;
    if (isResumable && isGap(marks) && gaps < READINGS_OF_A_GAP) {
      gaps += 1;
      throw new Gap();
    }
    return read(marks);
  };

  return {
    isNext: (marks) => !isDouble(marks) && !isGap(marks) && !LAST_WORDS.has(marks.typeName ?? '') && marks.typeName !== MARK,
    get after() {
      return after;
    },
    get seq() {
      return lastSeq;
    },
    get hasRead() {
      return hasRead;
    },
    accepts(marks, { live, isResumable }) {
      const { typeName = '' } = marks;
      if (LAST_WORDS.has(typeName)) return true;
      if (typeName !== MARK) return live.policy === 'LOG' ? readLog(marks, isResumable) : read(marks);
      readMark(marks);
      return false;
    },
  };
}

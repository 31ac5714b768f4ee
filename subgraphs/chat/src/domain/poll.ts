import { err, ok, type Result } from '@veza/kernel';
import { type ChatFailure, invalid } from './failure.ts';
import type { ChatLimits } from './limits.ts';
import { cleanText } from './message/text.ts';

/** A question that a message asks. */
export interface Poll {
  readonly question: string;
  /** In the order in which they were given. */
  readonly options: readonly PollOption[];
  /** Whether a person may choose several options. */
  readonly isMultiple: boolean;
  /** When it closes by itself. */
  readonly closesAt: Date;
  /** When its author closed it; null when they did not. */
  readonly closedAt: Date | null;
  /** People who chose at least one option. */
  readonly voterCount: number;
}

/** One answer that may be chosen. */
export interface PollOption {
  readonly text: string;
  readonly voteCount: number;
}

/** A question about to be asked. */
export interface PollDraft {
  readonly question: string;
  readonly options: readonly string[];
  readonly isMultiple: boolean;
  readonly closesAt: Date;
}

const DAY_MS = 86_400_000;

/** Since when a poll takes no more votes; null while it does. Nothing is written when its time has come. */
export function pollClosedAt({ closedAt, closesAt }: Pick<Poll, 'closedAt' | 'closesAt'>, now: Date): Date | null {
  return closedAt ?? (closesAt <= now ? closesAt : null);
}

/** A question as it is kept. Fails with INVALID. */
export function pollDraft(
  given: PollDraft,
  { limits, now }: { readonly limits: ChatLimits; readonly now: Date },
): Result<PollDraft, ChatFailure> {
  const question = cleanText(given.question, limits.pollQuestionLength);
  if (!question) return err(invalid(`a question has 1 to ${limits.pollQuestionLength} characters`, 'poll', 'question'));
  const options = given.options.map((text) => cleanText(text, limits.pollOptionLength) ?? '');
  if (options.length < 2 || options.length > limits.pollOptions)
    return err(invalid(`a poll has 2 to ${limits.pollOptions} options`, 'poll', 'options'));
  const wrong = options.findIndex((text, index) => text === '' || options.indexOf(text) !== index);
  if (wrong >= 0)
    return err(invalid(`an option has 1 to ${limits.pollOptionLength} characters and is there once`, 'poll', 'options', String(wrong)));
  const ahead = given.closesAt.getTime() - now.getTime();
  if (ahead <= 0 || ahead > limits.pollDays * DAY_MS)
    return err(invalid(`a poll closes within ${limits.pollDays} days`, 'poll', 'closesAt'));
  return ok({ ...given, question, options });
}

/** Why these options cannot be one person's choice; undefined when they can. None takes the choice back. */
export function choiceRefusal({ options, isMultiple }: Poll, places: readonly number[]): ChatFailure | undefined {
  if (places.some((place) => !Number.isInteger(place) || place < 0 || place >= options.length) || new Set(places).size < places.length)
    return invalid(`options go from 0 to ${options.length - 1}, each at most once`, 'options');
  return places.length > 1 && !isMultiple ? invalid('this poll takes one option', 'options') : undefined;
}

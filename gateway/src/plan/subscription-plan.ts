import type { LiveField } from '../supergraph/live-fields.ts';
import type { CallMeta, Json, JsonObject, SubgraphAnswer } from '../transport/port.ts';
import type { ByteText } from './own/live/byte-texts.ts';
import type { SharedSelection } from './own/live/shared-selection.ts';
import type { PlanAnswer, PlanRequest } from './plan-answer.ts';

/** What the gateway itself reads of an event; each undefined where the event does not tell. */
export interface EventMarks {
  /** The event's type, if the subscription field is `@live`. */
  readonly typeName: string | undefined;
  /** Where to go on after it. */
  readonly cursor: string | undefined;
  /** Its number in the log of its topic: the next event has the next number. */
  readonly seq: number | undefined;
  /** Epoch of the permissions under which it was written. */
  readonly accessEpoch: number | undefined;
  /** What it is about: a later event about the same makes this one out of date. */
  readonly subject: string | undefined;
  /** What it shows beside: a later event about that makes this one out of date, too. */
  readonly quotes: string | undefined;
}

/** An event as the subgraph gave it. It is rendered at most once, because its data is adopted; any number of times when it is shared. */
export interface UpstreamEvent {
  readonly answer: SubgraphAnswer;
  /** Whether others render it too: then its data is left as it is. */
  readonly isShared?: boolean;
  /** About how many bytes its data takes as JSON, where that has been looked at already. */
  readonly dataBytes?: number;
  readonly marks: EventMarks;
}

/**
 * Writes an event at once: its `data` entry. Undefined where something is wrong with it, or its size is not known: then it
 * takes the way of every answer. The event is left as it is, so that others may write it too, and this again.
 */
export type WriteNow = (event: UpstreamEvent, variables: JsonObject) => ByteText | undefined;

/** Whether one person may follow a topic. */
export interface Admission {
  readonly isAdmitted: boolean;
  /** Epoch of the permissions that this was decided under. */
  readonly accessEpoch: number;
  /** Why not, as the subgraph names it. */
  readonly reason: string | undefined;
  /** Whether they may be given what was sent while they were away; true where the subgraph does not say. */
  readonly readsHistory: boolean;
}

/** Asks who may follow a topic. Rejects with `SubgraphFailure` or a GraphQLError. @param userIds at most 1,000 */
export type AskAdmission = (topic: Json, userIds: readonly string[], meta: CallMeta) => Promise<ReadonlyMap<string, Admission>>;

/** How one upstream serves plans that select different things of the same events. */
export interface SharedUpstream {
  /** Only plans of the same one share. */
  readonly supergraph: object;
  readonly selection: SharedSelection;
  /** Equal for requests whose upstreams bring the same events, whatever is selected of them. */
  key(variables: JsonObject): string;
  /** As `SubscriptionPlan.open`. @param selection what is asked for, at least that of the plan */
  open(selection: SharedSelection, request: PlanRequest, after: string | undefined): AsyncIterable<UpstreamEvent>;
}

/** A planned subscription in parts, so that clients with the same selection can share the upstream and its events. Immutable. */
export interface SubscriptionPlan {
  /** Name of the root field. */
  readonly field: string;
  /** Name of the subgraph that the events come from. */
  readonly service: string;
  /** What `@live` says of the field, or each caller's own stream from now on. */
  readonly live: LiveField;
  /** Whether the field is marked `@live`: only then are marks read. */
  readonly isMarked: boolean;
  /** Whether one rendering may serve several people: nothing selected is `@viewer`, and somebody decides who may follow. */
  readonly isShareable: boolean;
  /** Equal for plans whose upstreams bring the same events for the same variables. */
  readonly upstream: string;
  /** Whether an upstream can be opened from a cursor on. */
  readonly isResumable: boolean;
  /** What was given for the cursor. */
  afterOf(variables: JsonObject): string | undefined;
  /** What was given for the topic; null where the field has none. */
  topicOf(variables: JsonObject): Json;
  /** Text of the variables without the cursor: equal for requests that may share an upstream. */
  shareKey(variables: JsonObject): string;
  /**
   * Opens the upstream. Ends when it completes or `meta.signal` aborts; rejects with `SubgraphFailure` when the subgraph is lost,
   * with a GraphQLError when it refuses.
   * @param after cursor to go on from; undefined for from now on
   */
  open(request: PlanRequest, after: string | undefined): AsyncIterable<UpstreamEvent>;
  /** Undefined where its upstream cannot be shared with other selections. */
  readonly shared?: SharedUpstream | undefined;
  /** Joins what an event lacks and writes the answer. Never rejects for what a subgraph does. */
  render(event: UpstreamEvent, request: PlanRequest): Promise<PlanAnswer>;
  /** Undefined where every event has to wait for others. */
  readonly writeNow?: WriteNow | undefined;
  /** An event that the gateway makes itself, fields without a value null; undefined when the subscription has no such event. */
  makeEvent(typeName: string, values: JsonObject): UpstreamEvent | undefined;
  /** Undefined unless the field names an `admission`. */
  readonly askAdmission: AskAdmission | undefined;
}

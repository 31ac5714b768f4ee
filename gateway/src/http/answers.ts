import type { ServerResponse } from 'node:http';
import { errorCodes } from '@veza/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Answered, Outcome, Refused } from '../pipeline/outcome.ts';
import type { EventStreams } from '../subscriptions/sse.ts';
import { sseText } from '../subscriptions/sse-text.ts';
import { encodeBody, type EncodedBody } from './compression.ts';
import { EVENT_STREAM, type MediaType, type Negotiated } from './negotiate.ts';
import { answerJson, codeOf, errorsJson, throttleHeaders, writeOutcome, type HttpAnswer } from './write.ts';

/** What answers are sent with. */
export interface AnswerOptions {
  readonly streams: EventStreams;
  /** Of a body that holds errors only. Bytes. */
  readonly maxErrorBytes: number;
  /** Whether answers are compressed for clients that accept it. */
  readonly compresses: boolean;
}

/** Sends how an operation went. @throws GraphQLError when its stream is refused */
export type SendOutcome = (request: FastifyRequest, reply: FastifyReply, outcome: Outcome, to: Negotiated) => Promise<FastifyReply>;

/** What clients that take streams only are told in when there is no stream. */
const PLAIN: MediaType = 'application/graphql-response+json';
/** Refusals of an operation for what it says. Whatever else is refused has to do with the connection or the moment, and has a status. */
const TOLD_IN_STREAMS: ReadonlySet<number> = new Set([400, 401, 403]);

/** Sends an answer as it is. */
export function send(
  reply: FastifyReply,
  { status, headers, body }: Omit<HttpAnswer, 'body'> & Pick<EncodedBody, 'body'>,
  mediaType: MediaType,
): FastifyReply {
  reply.code(status).headers(headers);
  return reply.header('content-type', `${mediaType}; charset=utf-8`).send(body);
}

/** Writes the head of an event stream; from then on the response is the stream's. */
function beginStream(reply: FastifyReply, headers: HttpAnswer['headers']): ServerResponse {
  // Proxies that gather what they pass on would hold every event back.
  reply.headers({ ...headers, 'content-type': `${EVENT_STREAM}; charset=utf-8`, 'x-accel-buffering': 'no' });
  reply.hijack();
  return reply.raw.writeHead(200, reply.getHeaders() as Record<string, string>);
}

const isToldInStream = ({ stage, errors }: Refused): boolean =>
  stage !== 'identity' && TOLD_IN_STREAMS.has(errorCodes[codeOf(errors[0])].status);

/** Makes the sender of the answers of one route. */
export function outcomeSender({ streams, maxErrorBytes, compresses }: AnswerOptions): SendOutcome {
  const sendWhole = async (
    request: FastifyRequest,
    reply: FastifyReply,
    answer: HttpAnswer,
    mediaType: MediaType,
  ): Promise<FastifyReply> => {
    if (!compresses) return send(reply, answer, mediaType);
    const { body, coding } = await encodeBody(answer.body, request.headers['accept-encoding']);
    if (coding) reply.header('content-encoding', coding);
    return send(reply, { status: answer.status, headers: answer.headers, body }, mediaType);
  };
  /** A stream of one answer. */
  const sendAsStream = (reply: FastifyReply, outcome: Answered | Refused): FastifyReply => {
    const json = outcome.kind === 'answered' ? answerJson(outcome.answer) : errorsJson(outcome.errors, maxErrorBytes, outcome.extensions);
    beginStream(reply, throttleHeaders(outcome.throttle)).end(`${sseText.next(json)}${sseText.complete}`);
    return reply;
  };

  return async (request, reply, outcome, { answer }) => {
    if (outcome.kind === 'streaming') {
      const lastEventId = request.headers['last-event-id'];
      streams.follow({
        operation: outcome.operation,
        lastEventId: typeof lastEventId === 'string' && lastEventId !== '' ? lastEventId : undefined,
        begin: () => beginStream(reply, throttleHeaders(outcome.throttle)),
      });
      return reply;
    }
    if (answer !== EVENT_STREAM) return sendWhole(request, reply, writeOutcome(outcome, answer, maxErrorBytes), answer);
    if (outcome.kind === 'answered' || isToldInStream(outcome)) return sendAsStream(reply, outcome);
    return send(reply, writeOutcome(outcome, PLAIN, maxErrorBytes), PLAIN);
  };
}

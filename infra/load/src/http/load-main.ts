import { PROFILE, TRACK, type BenchQuery } from '../federation/queries.ts';
import { announce, answerParent } from '../process/serve-parent.ts';
import { digestOf } from './digest.ts';
import { graphqlRequest } from './graphql-request.ts';
import type { Message } from './incoming.ts';
import { load, type LoadResult } from './load.ts';

/** Asks every set of variables once. The answer: a digest of each answer's data, in the order of the sets. */
export interface VerifyQuestion {
  readonly kind: 'verify';
  readonly query: BenchQuery['name'];
  readonly url: string;
  readonly tokens: readonly string[];
}

/** Asks for a while, set after set. The answer is a `LoadResult`. */
export interface LoadQuestion extends Omit<VerifyQuestion, 'kind'> {
  readonly kind: 'load';
  readonly connections: number;
  readonly seconds: number;
}

/** Asks operations that nobody has asked before, as many a second as said. The answer is a `LoadResult`. */
export interface NewDocumentsQuestion extends Omit<LoadQuestion, 'kind'> {
  readonly kind: 'new documents';
  readonly perSecond: number;
}

/** What the load generator can be asked. */
export type GeneratorQuestion = VerifyQuestion | LoadQuestion | NewDocumentsQuestion;

/** Digests of data in the order of the sets of variables, or what went wrong. */
export type Verification = { readonly digests: readonly string[] } | { readonly error: string };

/** Connections while answers are checked: few, so that a cold server is not buried. */
const CHECKING_CONNECTIONS = 8;
const QUERIES: readonly BenchQuery[] = [TRACK, PROFILE];
const ERRORS = Buffer.from('"errors"');

const queryNamed = (name: string): BenchQuery => QUERIES.find((query) => query.name === name)!;

const isFine = ({ head, body }: Message) => head.startsWith('HTTP/1.1 200') && !body.includes(ERRORS);

function requestsOf({ text, variableSets }: BenchQuery, { url, tokens }: Pick<VerifyQuestion, 'url' | 'tokens'>): readonly Buffer[] {
  return variableSets.map((variables, index) => graphqlRequest(url, { query: text, variables }, tokens[index % tokens.length]));
}

async function verify(question: VerifyQuestion): Promise<Verification> {
  const requests = requestsOf(queryNamed(question.query), question);
  const digests: string[] = [];
  await load({
    url: question.url,
    connections: CHECKING_CONNECTIONS,
    request: (turn) => requests[turn]!,
    isRight(answer, turn) {
      if (!isFine(answer)) return false;
      digests[turn] = digestOf((JSON.parse(answer.body.toString('utf8')) as { readonly data: unknown }).data);
      return true;
    },
    goesOn: (turn) => turn < requests.length,
  });
  return { digests };
}

function loadFor(question: LoadQuestion): Promise<LoadResult> {
  const requests = requestsOf(queryNamed(question.query), question);
  const until = performance.now() + question.seconds * 1_000;
  return load({
    ...question,
    request: (turn) => requests[turn % requests.length]!,
    isRight: isFine,
    goesOn: () => performance.now() < until,
  });
}

let newDocuments = 0;

function newDocumentsFor(question: NewDocumentsQuestion): Promise<LoadResult> {
  const { text, variableSets } = queryNamed(question.query);
  const until = performance.now() + question.seconds * 1_000;
  const request = (turn: number) => {
    newDocuments += 1;
    const query = text.replace('username', `renamed${newDocuments}: username`);
    return graphqlRequest(question.url, { query, variables: variableSets[turn % variableSets.length] }, question.tokens[0]);
  };
  const pauseMs = (1_000 * question.connections) / question.perSecond;
  return load({ ...question, request, isRight: isFine, goesOn: () => performance.now() < until, pauseMs });
}

function answer(question: GeneratorQuestion): Promise<Verification | LoadResult> {
  switch (question.kind) {
    case 'verify':
      return verify(question);
    case 'load':
      return loadFor(question);
    case 'new documents':
      return newDocumentsFor(question);
  }
}

answerParent((question: GeneratorQuestion) => answer(question).catch((error: Error) => ({ error: error.message })));
announce('ready');

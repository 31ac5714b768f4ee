import { graphqlError } from '@veza/graphql';
import { parse, print } from 'graphql';
import { type Json, type JsonObject, type SubgraphOperation, type SubgraphTransport } from '../../../transport/port.ts';
import { namedType } from '../../../supergraph/subgraph-fields.ts';
import type { Admission, AskAdmission } from '../../subscription-plan.ts';
import { isDataObject } from '../own-property.ts';
import type { LiveSchema } from './live-schema.ts';

/** Argument of an admission field that takes the people. */
const USERS_ARGUMENT = 'userIds';
const NAME = 'VezaAdmission';

/** Where the question goes. */
export interface AdmissionPlace {
  readonly service: string;
  readonly transport: SubgraphTransport;
  /** The hidden field of Query, and its argument that takes the topic. */
  readonly field: string;
  readonly topicArg: string;
}

function operationFor({ service, field, topicArg }: AdmissionPlace, { queryField, fields }: LiveSchema): SubgraphOperation {
  const definition = queryField(service, field)?.definition;
  const typeOf = (argument: string) => definition?.arguments?.find(({ name }) => name.value === argument)?.type;
  const [topic, users] = [typeOf(topicArg), typeOf(USERS_ARGUMENT)];
  if (!definition || !topic || !users) throw new Error(`${service} has no ${field}(${topicArg}:, ${USERS_ARGUMENT}:) to admit anybody`);
  const optional = ['reason', 'readsHistory'].filter((name) => fields.find(service, namedType(definition.type), name));
  const text = `query ${NAME}($topic: ${print(topic)}, $users: ${print(users)}) {
    admissions: ${field}(${topicArg}: $topic, ${USERS_ARGUMENT}: $users) { ${['userId', 'isAdmitted', 'accessEpoch', ...optional].join(' ')} }
  }`;
  return { kind: 'query', name: NAME, text, document: parse(text, { noLocation: true }) };
}

function personOf({ userId }: JsonObject): string {
  return typeof userId === 'string' ? userId : '';
}

function admissionOf(row: JsonObject): Admission {
  const accessEpoch = Number(row['accessEpoch']);
  const { reason } = row;
  return {
    // An epoch that is no number could not be compared, so nobody gets in with it.
    isAdmitted: row['isAdmitted'] === true && Number.isSafeInteger(accessEpoch),
    accessEpoch,
    reason: typeof reason === 'string' ? reason : undefined,
    readsHistory: row['readsHistory'] !== false,
  };
}

function rowsOf(value: Json | undefined): readonly JsonObject[] {
  return Array.isArray(value) ? (value as readonly Json[]).filter(isDataObject).map((row) => row as JsonObject) : [];
}

/**
 * Prepares the question who may follow a topic. A person whom the answer leaves out is not in it.
 * @throws Error when the subgraph has no such field
 */
export function admissionCall(place: AdmissionPlace, schema: LiveSchema): AskAdmission {
  const operation = operationFor(place, schema);
  return async (topic, userIds, meta) => {
    const { data } = await place.transport.call(operation, { topic, users: [...userIds] }, meta);
    if (!data) throw graphqlError('SUBGRAPH_UNAVAILABLE', 'A part of the platform is not available.', { service: place.service });
    return new Map(rowsOf(data['admissions']).map((row) => [personOf(row), admissionOf(row)]));
  };
}

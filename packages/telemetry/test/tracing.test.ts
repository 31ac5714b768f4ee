import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { openTracing, type Tracing } from '../src/index.ts';

const PARENT = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';
const UNSAMPLED = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00';

/** Somebody who takes traces, as OTLP over HTTP. */
async function collector(status = 200) {
  const bodies: Buffer[] = [];
  const paths: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks));
      paths.push(request.url);
      response.writeHead(status, { 'content-type': 'application/x-protobuf' }).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    paths,
    text: () => Buffer.concat(bodies).toString('latin1'),
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => void (server.closeAllConnections(), server.close(() => resolve()))),
  };
}

function opened(variables: Readonly<Record<string, string>>): Promise<Tracing | undefined> {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  return openTracing('veza-test', process.env);
}

afterEach(() => void vi.unstubAllEnvs());

describe('openTracing', () => {
  it('does nothing unless the standard variables name somebody who takes traces', async () => {
    const endpoint = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9' };
    expect(await openTracing('veza-test', {})).toBeUndefined();
    expect(await openTracing('veza-test', { OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBeUndefined();
    expect(await openTracing('veza-test', { ...endpoint, OTEL_SDK_DISABLED: 'true' })).toBeUndefined();
    expect(await openTracing('veza-test', { ...endpoint, OTEL_TRACES_EXPORTER: 'none' })).toBeUndefined();
  });

  it('loads no part of the SDK then', async () => {
    const index = new URL('../src/index.ts', import.meta.url).href;
    const program = `
      import { openTracing } from ${JSON.stringify(index)};
      import Module from 'node:module';
      await openTracing('veza-test', {});
      console.log(Object.keys(Module._cache).filter((file) => /@opentelemetry.(?!api)/.test(file)).length);`;
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      cwd: fileURLToPath(new URL('../../..', import.meta.url)),
    });
    expect(stdout.trim()).toBe('0');
  });

  it('refuses a protocol that it does not speak', async () => {
    const variables = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_EXPORTER_OTLP_PROTOCOL: 'grpc' };
    await expect(openTracing('veza-test', variables)).rejects.toThrow('OTEL_EXPORTER_OTLP_PROTOCOL');
  });

  it('sends spans with their names, facts, failures and the trace they are part of', async () => {
    await using taker = await collector();
    const tracing = await opened({ OTEL_EXPORTER_OTLP_ENDPOINT: taker.url, OTEL_RESOURCE_ATTRIBUTES: 'deployment.environment=lab' });
    const span = tracing!.start('fetch chat', {
      kind: 'client',
      parent: PARENT,
      facts: { 'veza.subgraph': 'chat', 'veza.batch.size': undefined },
    });
    expect(span.traceId).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(span.traceparent).toMatch(/^00-4bf92f3577b34da6a3ce929d0e0e4736-(?!00f067aa0ba902b7)[\da-f]{16}-01$/);
    span.note({ 'veza.outcome': 'answered' });
    span.end('late');
    await tracing!.close();
    expect(taker.paths).toEqual(['/v1/traces']);
    const text = taker.text();
    for (const part of ['veza-test', 'fetch chat', 'veza.subgraph', 'chat', 'answered', 'late', 'lab']) expect(text).toContain(part);
    expect(text).not.toContain('veza.batch.size');
    expect(text).toContain(Buffer.from('4bf92f3577b34da6a3ce929d0e0e4736', 'hex').toString('latin1'));
  });

  it('records what the parent records, and a tenth of what begins here unless the sampler is named', async () => {
    await using taker = await collector();
    const usual = await opened({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: `${taker.url}/v1/traces` });
    const isRecorded = (tracing: Tracing, parent?: string) =>
      tracing.start('work', { kind: 'internal', parent }).traceparent.endsWith('-01');
    expect([isRecorded(usual!, PARENT), isRecorded(usual!, UNSAMPLED)]).toEqual([true, false]);
    const recorded = Array.from({ length: 2_000 }, () => isRecorded(usual!)).filter(Boolean).length;
    expect(recorded).toBeGreaterThan(50);
    expect(recorded).toBeLessThan(500);
    await usual!.close();
    const everything = await opened({ OTEL_EXPORTER_OTLP_ENDPOINT: taker.url, OTEL_TRACES_SAMPLER: 'always_on' });
    expect(Array.from({ length: 100 }, () => isRecorded(everything!)).every(Boolean)).toBe(true);
    await everything!.close();
  });

  it('closes though nobody takes what is left', async () => {
    const tracing = await opened({ OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9', OTEL_TRACES_SAMPLER: 'always_on' });
    tracing!.start('work', { kind: 'internal' }).end();
    await expect(tracing!.close()).resolves.toBeUndefined();
  });
});

import { compose } from './compose.ts';
import { subgraphSdl } from './sdl.ts';
import { parse } from 'graphql';
import { lintSchema } from './lint/rules.ts';
const names = ['users', 'chat', 'social', 'tracks', 'marketplace'] as const;
const subgraphs = names.flatMap((name) => { try { return [{ name, sdl: subgraphSdl(name) }]; } catch { return []; } });
console.log(subgraphs.map((s) => s.name));
for (const f of lintSchema(subgraphs.map(({ name, sdl }) => ({ name, document: parse(sdl) })))) if (f.subgraph === 'chat') console.log(f);
try { console.log(compose(subgraphs as never).publicSchema.length); } catch (e) { console.log(String(e).slice(0, 3000)); }

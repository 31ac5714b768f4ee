import { describe, expect, it } from 'vitest';
import { portFailure } from './port-failure.ts';

const named = { variable: 'VEZA_OPS_PORT', host: '127.0.0.1', port: 4090 } as const;
const because = (code: string) => portFailure(named, Object.assign(new Error('said by the system'), { code })).message;

describe('portFailure', () => {
  it('says in one line which variable to set to what', () => {
    expect(because('EADDRINUSE')).toBe(
      'port 4090 on 127.0.0.1 is taken by another program; set VEZA_OPS_PORT to a free one (VEZA_OPS_PORT=4100)',
    );
    expect(because('EACCES')).toMatch(/set VEZA_OPS_PORT to one above 1023/);
    expect(because('EADDRNOTAVAIL')).toMatch(/set HOST/);
    expect(because('ENOTFOUND')).toMatch(/set HOST/);
    expect(because('EOTHER')).toMatch(/\(said by the system\); set HOST and VEZA_OPS_PORT/);
  });
});

export { type NamedPort, portFailure } from './port-failure.ts';
export { InvalidConfig, readConfig } from './read-config.ts';
export { onOff, SERVER_VARIABLES } from './server-variables.ts';
export { StartFailure } from './start-failure.ts';

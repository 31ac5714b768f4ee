export { InvalidConfig, readConfig } from './read-config.ts';

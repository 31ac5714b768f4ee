// Apollo's packages look at this when they are loaded: without it they report usage to their vendor and ask the cloud's metadata services.
// oxlint-disable-next-line node/no-process-env -- the switch is a variable of the environment and has to be set before the import
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';

export {};

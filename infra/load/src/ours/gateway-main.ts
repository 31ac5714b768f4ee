import { announce, parentSettings } from '../process/serve-parent.ts';
import { ourGateway, type OurSettings } from './gateway.ts';

const gateway = await ourGateway(parentSettings<OurSettings>());
announce(`${await gateway.listen({ host: '127.0.0.1', port: 0 })}/graphql`);

// Finds a server's services by reflection and calls one, without any .proto file.
//
//   node reflect.mjs 127.0.0.1:5210
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..', 'eng', 'checks', 'package.json'));
const grpc = require('@grpc/grpc-js');
const { GrpcReflection } = require('grpc-js-reflection-client');

const [address] = process.argv.slice(2);
const credentials = grpc.credentials.createInsecure();
const reflection = new GrpcReflection(address, credentials);
for (const service of await reflection.listServices()) {
  console.log(service);
}
const descriptor = await reflection.getDescriptorBySymbol('legtracker.v1.BillService');
const { legtracker: { v1 } } = descriptor.getPackageObject({ keepCase: true, enums: String, longs: String });
new v1.BillService(address, credentials).ListBills({ page_size: 1 }, (error, page) => {
  if (error) {
    console.error(error.message);
    process.exit(1);
  }
  console.log(`measure of the first bill: ${page.bills[0].measure}`);
  process.exit(0);
});

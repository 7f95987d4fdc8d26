// AppSync's simulator over DynamoDB's, both on the loop-back address alone. Prints one line of JSON when it is ready, and ends
// with its standard input. Arguments: the schema, and the resolvers and tables made of it.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { once } from 'node:events';

// CommonJS packages; require() keeps one copy of graphql in the process
const require = createRequire(import.meta.url);
const { AmplifyAppSyncSimulator } = require('@aws-amplify/amplify-appsync-simulator');
const { generateFilterExpression } = require('@aws-amplify/amplify-appsync-simulator/lib/velocity/util/transform/dynamodb-filter');
const { transformUtils } = require('@aws-amplify/amplify-appsync-simulator/lib/velocity/util/transform');
const { CreateTableCommand, DescribeTableCommand, DynamoDBClient } = require('@aws-sdk/client-dynamodb');
const dynalite = require('dynalite');

const API_KEY = 'da2-simulator';
// the only issuers whose tokens the simulator takes for those of a user pool
const ISSUER = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_LocalPool';

// the simulator tells what it does; standard output is for our line
console.log = console.error;

// of itself the simulator gives no value to a condition, and to a filter some that its expression does not name
transformUtils.toDynamoDBConditionExpression = expression;
transformUtils.toDynamoDBFilterExpression = expression;

const [, , schema, made] = process.argv;
const { tables, dataSources, functions, resolvers, templates } = JSON.parse(readFileSync(made, 'utf8'));

const dynamoDb = {
    endpoint: await listen(dynalite({ createTableMs: 0 })),
    region: 'us-east-1',
    credentials: { accessKeyId: 'nobody', secretAccessKey: 'checks' },
};
await createTables(new DynamoDBClient(dynamoDb));

const simulator = new AmplifyAppSyncSimulator();
simulator.init({
    schema: { content: readFileSync(schema, 'utf8') },
    dataSources: dataSources.map(({ name, type, tableName }) => ({ name, type, config: { ...dynamoDb, tableName } })),
    functions,
    resolvers,
    mappingTemplates: Object.entries(templates).map(([path, lines]) => ({ path, content: lines.join('\n') })),
    appSync: {
        name: 'simulator',
        apiKey: API_KEY,
        accountId: '123456789012',
        // whoever signs is a guest: the simulator knows no identity pool
        unAuthRoleName: 'assumed-role/fxUnauth/CognitoIdentityCredentials',
        defaultAuthenticationType: { authenticationType: 'API_KEY' },
        additionalAuthenticationProviders: [
            { authenticationType: 'AMAZON_COGNITO_USER_POOLS', cognitoUserPoolConfig: {} },
            { authenticationType: 'AWS_IAM' },
        ],
    },
});
// its own start() listens on all addresses
const server = simulator._server._httpServer;
server.prependListener('request', ({ headers }) => {
    headers.authorization &&= asOfUserPool(headers.authorization);
});
const url = await listen(server);
process.stdout.write(JSON.stringify({ url: `${url}/graphql`, apiKey: API_KEY }) + '\n');

process.stdin.resume().on('end', () => process.exit());

async function listen(server) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return `http://127.0.0.1:${server.address().port}`;
}

async function createTables(client) {
    for (const table of tables) {
        await client.send(new CreateTableCommand(table));
        while ((await client.send(new DescribeTableCommand(table))).Table.TableStatus !== 'ACTIVE');
    }
}

function expression(filter) {
    const { expressions, expressionNames, expressionValues } = generateFilterExpression(filter.toJSON());
    const named = Object.entries(expressionValues).filter(([name]) => !name.endsWith('_attributeExists'));
    return JSON.stringify({
        expression: expressions.join(' ').trim(),
        expressionNames,
        expressionValues: Object.fromEntries(named),
    });
}

/** Returns a token of the local pool as one of AWS; nobody checks the signature. */
function asOfUserPool(authorization) {
    const [header, payload, signature] = authorization.split('.');
    if (!header.startsWith('ey')) {
        return authorization;
    }
    const claims = { ...JSON.parse(Buffer.from(payload, 'base64url')), iss: ISSUER };
    return [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');
}

// schema.graphql -> schema.transformed.graphql (what AppSync is given)
//                   schema.versioned.graphql   (the same with conflict resolution, for DataStore)
//                   resolvers.json             (what AppSync does for each field, and the tables)
//                   model-introspection.json   (amplify_outputs.json data.model_introspection)
import fs from 'node:fs';
import os from 'node:os';
import { createRequire } from 'node:module';
import { resolvers } from './resolvers.mjs';
// CommonJS packages; require() keeps one copy of graphql in the process.
const require = createRequire(import.meta.url);
const { App, NestedStack, Stack } = require('aws-cdk-lib');
const { Asset } = require('aws-cdk-lib/aws-s3-assets');
const { executeTransform } = require('@aws-amplify/graphql-transformer');
const { constructDataSourceStrategies, DDB_DEFAULT_DATASOURCE_STRATEGY } = require('@aws-amplify/graphql-transformer-core');
const { generateModels } = require('@aws-amplify/graphql-generator');
const { parse } = require('graphql');

const here = new URL('.', import.meta.url).pathname;
const out = new URL('../../resources/amplify-data/', import.meta.url).pathname;
const schema = fs.readFileSync(here + 'schema.graphql', 'utf8');

// --- AppSync schema -------------------------------------------------------
function transform(resolverConfig) {
  const tmp = fs.mkdtempSync(os.tmpdir() + '/assets-');
  const app = new App({ outdir: tmp + '/cdk.out', analyticsReporting: false });
  const stack = new Stack(app, 'fx');
  const assets = {};
  const templates = new Map();
  executeTransform({
    scope: stack,
    schema,
    nestedStackProvider: { provide: (scope, name) => new NestedStack(scope, name) },
    assetProvider: {
      provide: (scope, id, { fileName, fileContent }) => {
        assets[fileName] = fileContent;
        const path = `${tmp}/${fileName.replaceAll('/', '_')}`;
        fs.writeFileSync(path, fileContent);
        const asset = new Asset(scope, id, { path });
        templates.set(asset.assetHash, fileContent);
        return asset;
      },
    },
    synthParameters: {
      amplifyEnvironmentName: 'NONE',
      apiName: 'fx',
      userPoolId: 'us-east-1_fx',
      identityPoolId: 'us-east-1:00000000-0000-0000-0000-000000000000',
      authenticatedUserRoleName: 'fxAuth',
      unauthenticatedUserRoleName: 'fxUnauth',
    },
    authConfig: {
      defaultAuthentication: { authenticationType: 'API_KEY', apiKeyConfig: { apiKeyExpirationDays: 7 } },
      additionalAuthenticationProviders: [
        { authenticationType: 'AMAZON_COGNITO_USER_POOLS', userPoolConfig: { userPoolId: 'us-east-1_fx' } },
        { authenticationType: 'AWS_IAM' },
      ],
    },
    stackMapping: {},
    userDefinedSlots: {},
    transformersFactoryArgs: {},
    // What @aws-amplify/graphql-api-construct 1.22.2 passes when given no translationBehavior.
    transformParameters: {
      shouldDeepMergeDirectiveConfigDefaults: true,
      disableResolverDeduping: true,
      sandboxModeEnabled: false,
      useSubUsernameForDefaultIdentityClaim: true,
      subscriptionsInheritPrimaryAuth: false,
      populateOwnerFieldForStaticGroupAuth: true,
      suppressApiKeyGeneration: false,
      secondaryKeyAsGSI: true,
      enableAutoIndexQueryNames: true,
      respectPrimaryKeyAttributesOnConnectionField: true,
      enableSearchNodeToNodeEncryption: false,
      enableSearchEncryptionAtRest: false,
      enableTransformerCfnOutputs: false,
      allowDestructiveGraphqlSchemaUpdates: false,
      replaceTableUponGsiUpdate: false,
      allowGen1Patterns: false,
    },
    dataSourceStrategies: constructDataSourceStrategies(schema, DDB_DEFAULT_DATASOURCE_STRATEGY),
    sqlDirectiveDataSourceStrategies: [],
    resolverConfig,
  });
  // AppSync gets the schema as a file asset, which is made when the resource is resolved.
  const cfnSchema = stack.node.findAll().find((c) => c.cfnResourceType === 'AWS::AppSync::GraphQLSchema');
  stack.resolve(cfnSchema.definitionS3Location);
  fs.rmSync(tmp, { recursive: true, force: true });
  return { schema: assets['schema.graphql'].trim() + '\n', stack, templates };
}

const plain = transform(undefined);
const versioned = transform({ project: { ConflictDetection: 'VERSION', ConflictHandler: 'AUTOMERGE' } });
for (const [name, text] of [['schema.transformed.graphql', plain.schema], ['schema.versioned.graphql', versioned.schema]]) {
  parse(text);
  fs.writeFileSync(out + name, text);
}
const api = resolvers(plain.stack, plain.templates);
fs.writeFileSync(out + 'resolvers.json', JSON.stringify(api, null, 2) + '\n');

// --- model introspection (the call @aws-amplify/model-generator makes) -----
const models = await generateModels({ schema, target: 'introspection' });
const [[name, json]] = Object.entries(models);
fs.writeFileSync(out + 'model-introspection.json', json.trim() + '\n');
console.log(`schema: ${plain.schema.length} chars; resolvers: ${api.resolvers.length}; ${name}: ${json.length} chars`);

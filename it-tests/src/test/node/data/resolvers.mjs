// What AppSync does for each field, read off the resources that the transformer has made.

const PSEUDO_PARAMETERS = { 'AWS::AccountId': '123456789012', 'AWS::Partition': 'aws', 'AWS::Region': 'us-east-1' };

/** Returns the resolvers, their functions and templates, and the tables of a stack; templates are kept by their hash. */
export function resolvers(stack, files) {
  const resources = new Map();
  for (const construct of stack.node.findAll()) {
    if (construct.cfnResourceType) {
      for (const [id, resource] of Object.entries(stack.resolve(construct._toCloudFormation()).Resources)) {
        resources.set(id, resource);
      }
    }
  }
  const all = (type) => [...resources.values()].filter((resource) => resource.Type === type).map((resource) => resource.Properties);
  const templates = new Templates(files, (token) => text(token, resources));
  const dataSources = all('AWS::AppSync::DataSource').map(({ Name: name, Type: type, DynamoDBConfig: dynamoDb }) => ({
    name,
    type,
    ...(dynamoDb && { tableName: text(dynamoDb.TableName, resources) }),
  }));
  const functions = all('AWS::AppSync::FunctionConfiguration').map((fn) => ({
    name: fn.Name,
    dataSourceName: text(fn.DataSourceName, resources),
    ...templates.of(fn),
  }));
  const fields = all('AWS::AppSync::Resolver').map((resolver) => ({
    typeName: resolver.TypeName,
    fieldName: resolver.FieldName,
    kind: resolver.Kind,
    functions: resolver.PipelineConfig.Functions.map((token) => text(token, resources)),
    ...templates.of(resolver),
  }));
  return {
    tables: all('AWS::DynamoDB::Table').map((properties) => table(properties, resources)),
    dataSources,
    functions: functions.sort(by((fn) => fn.name)),
    resolvers: fields.sort(by((field) => `${field.typeName}.${field.fieldName}`)),
    templates: templates.lines,
  };
}

/** Templates by a name each, as lines; equal ones once. */
class Templates {
  constructor(files, text) {
    this.files = files;
    this.text = text;
    this.names = new Map();
    this.lines = {};
  }

  of({ Name, TypeName, FieldName, ...properties }) {
    const name = Name ?? `${TypeName}.${FieldName}`;
    return {
      requestMappingTemplateLocation: this.named(`${name}.request`, properties, 'RequestMappingTemplate'),
      responseMappingTemplateLocation: this.named(`${name}.response`, properties, 'ResponseMappingTemplate'),
    };
  }

  named(name, properties, kind) {
    const location = properties[`${kind}S3Location`];
    const content = location ? this.files.get(/(\w+)\.vtl$/.exec(this.text(location))[1]) : this.text(properties[kind]);
    if (!this.names.has(content)) {
      this.names.set(content, name);
      this.lines[name] = content.split('\n');
    }
    return this.names.get(content);
  }
}

/** What CreateTable of DynamoDB takes. */
function table({ TableName, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes }, resources) {
  return {
    TableName: text(TableName, resources),
    AttributeDefinitions,
    KeySchema,
    GlobalSecondaryIndexes: GlobalSecondaryIndexes.map(({ ProvisionedThroughput, ...index }) => index),
    BillingMode: 'PAY_PER_REQUEST',
  };
}

/** What CloudFormation would make of a value. */
function text(token, resources) {
  if (typeof token === 'string') {
    return token;
  }
  const [[kind, value]] = Object.entries(token);
  switch (kind) {
    case 'Fn::Join':
      return value[1].map((part) => text(part, resources)).join(value[0]);
    case 'Fn::Sub':
      return value;
    case 'Fn::GetAtt':
      // data sources and functions are known by their names here; of an API only its identifier is asked for
      return resources.get(value[0]).Properties.Name;
    case 'Ref':
      return PSEUDO_PARAMETERS[value] ?? text(resources.get(value).Properties.TableName, resources);
    default:
      throw new Error(`no value for ${kind}`);
  }
}

function by(key) {
  return (a, b) => (key(a) < key(b) ? -1 : 1);
}

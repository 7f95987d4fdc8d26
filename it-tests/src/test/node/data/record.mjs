// Runs every aws-amplify data-client operation against a local endpoint that only records.
// model-introspection.json -> recordings.json
import fs from 'node:fs';
import http from 'node:http';
import { parse } from 'graphql';
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/data';

const folder = new URL('../../resources/amplify-data/', import.meta.url).pathname;
const modelIntrospection = JSON.parse(fs.readFileSync(folder + 'model-introspection.json', 'utf8'));

const T = '2026-01-02T03:04:05.000Z';
const records = {
  Post: { id: 'p1', title: 'Hello', content: 'Body', status: 'DRAFT', rating: 5, createdAt: T, updatedAt: T, owner: 'ann' },
  Comment: { id: 'c1', postID: 'p1', createdAt: T, content: 'Nice', updatedAt: T, owner: 'ann' },
};

// --- the endpoint: keeps each body, answers one record or an empty page -----
const bodies = [];
const server = http.createServer((req, res) => {
  let text = '';
  req.on('data', (d) => (text += d));
  req.on('end', () => {
    const body = JSON.parse(text);
    bodies.push(body);
    const field = parse(body.query).definitions[0].selectionSet.selections[0].name.value;
    const one = /^(?:get|create|update|delete)(Post|Comment)$/.exec(field);
    const data = { [field]: one ? records[one[1]] : { items: [], nextToken: null } };
    res.setHeader('content-type', 'application/json');
    res.end(JSON.stringify({ data }));
  });
});
await new Promise((ok) => server.listen(0, '127.0.0.1', ok));

Amplify.configure({
  API: {
    GraphQL: {
      endpoint: `http://127.0.0.1:${server.address().port}/graphql`,
      region: 'us-east-1',
      apiKey: 'k',
      defaultAuthMode: 'apiKey',
      modelIntrospection,
    },
  },
});
const client = generateClient();

// --- one call = one request = one recording ---------------------------------
const out = [];
async function keep(model, operation, variant, args, call, extra = {}) {
  const name = `${model}.${operation}` + (variant ? ` ${variant}` : '');
  const before = bodies.length;
  const result = await call();
  if (result?.errors) throw new Error(`${name}: ${JSON.stringify(result.errors)}`);
  if (bodies.length !== before + 1) throw new Error(`${name}: ${bodies.length - before} requests`);
  const { query, variables } = bodies[before];
  out.push({ name, model, operation, ...extra, arguments: args, query, variables });
}
const run = (model, operation, variant, ...args) =>
  keep(model, operation, variant, args, () => client.models[model][operation](...args));

const sets = {
  Post: {
    'selectionSet scalars': ['id', 'title'],
    'selectionSet comments.*': ['id', 'comments.*'],
    'selectionSet nested': ['id', 'comments.content', 'comments.post.title'],
  },
  Comment: {
    'selectionSet scalars': ['id', 'content'],
    'selectionSet post.*': ['id', 'post.*'],
  },
};
const filters = {
  Post: {
    filter: { status: { eq: 'PUBLISHED' }, rating: { gt: 3 } },
    'filter logical': { or: [{ title: { contains: 'a' } }, { and: [{ rating: { between: [1, 5] } }, { not: { owner: { eq: 'ann' } } }] }] },
  },
  Comment: {
    filter: { content: { beginsWith: 'N' } },
    'filter logical': { or: [{ postID: { eq: 'p1' } }, { not: { content: { attributeExists: true } } }] },
  },
};
const inputs = {
  Post: {
    create: { title: 'Hello', createdAt: T },
    'create full': { id: 'p1', title: 'Hello', content: 'Body', status: 'DRAFT', rating: 5, createdAt: T },
    update: { id: 'p1', title: 'Bye', content: null },
  },
  Comment: {
    create: { postID: 'p1', content: 'Nice', createdAt: T },
    'create full': { id: 'c1', postID: 'p1', content: 'Nice', createdAt: T },
    update: { id: 'c1', content: 'Nicer' },
  },
};
const indexes = {
  Post: { query: 'postsByTitle', pk: { title: 'Hello' } },
  Comment: { query: 'commentsByPost', pk: { postID: 'p1' } },
};

for (const model of ['Post', 'Comment']) {
  const id = { id: records[model].id };
  const input = inputs[model];
  const page = { limit: 10, nextToken: 'tok' };

  await run(model, 'create', '', input.create);
  await run(model, 'create', 'full', input['create full']);
  await run(model, 'get', '', id);
  await run(model, 'update', '', input.update);
  await run(model, 'update', 'whole record', records[model]); // read-only and owner fields go
  await run(model, 'delete', '', id);
  await run(model, 'delete', 'whole record', records[model]); // only the key is sent
  await run(model, 'list', '');
  await run(model, 'list', 'limit', { limit: 10 });
  await run(model, 'list', 'nextToken', { nextToken: 'tok' });
  for (const [k, filter] of Object.entries(filters[model])) await run(model, 'list', k, { filter });
  await run(model, 'list', 'filter limit nextToken', { filter: filters[model].filter, ...page });

  const { query, pk } = indexes[model];
  const sk = { createdAt: { beginsWith: '2026' } };
  await run(model, query, 'pk', pk);
  await run(model, query, 'pk sk', { ...pk, ...sk });
  await run(model, query, 'pk sk between', { ...pk, createdAt: { between: ['2026-01', '2026-02'] } });
  await run(model, query, 'pk sortDirection', pk, { sortDirection: 'DESC' });
  await run(model, query, 'pk filter', pk, { filter: filters[model].filter });
  await run(model, query, 'pk limit', pk, { limit: 10 });
  await run(model, query, 'pk nextToken', pk, { nextToken: 'tok' });
  await run(model, query, 'all', { ...pk, ...sk }, { sortDirection: 'DESC', filter: filters[model].filter, ...page });

  for (const [k, selectionSet] of Object.entries(sets[model])) {
    await run(model, 'create', k, input.create, { selectionSet });
    await run(model, 'get', k, id, { selectionSet });
    await run(model, 'update', k, input.update, { selectionSet });
    await run(model, 'delete', k, id, { selectionSet });
    await run(model, 'list', k, { selectionSet });
    await run(model, 'list', `${k} filter limit nextToken`, { selectionSet, filter: filters[model].filter, ...page });
    await run(model, query, k, pk, { selectionSet });
  }
}

// --- lazy relations: the parent is got first; only the loader's request is kept
const { data: post } = await client.models.Post.get({ id: 'p1' });
const { data: comment } = await client.models.Comment.get({ id: 'c1' });
for (const [variant, args] of [['', []], ['limit nextToken', [{ limit: 10, nextToken: 'tok' }]]])
  await keep('Post', 'comments', `lazy ${variant}`.trim(), args, () => post.comments(...args), { parent: records.Post });
await keep('Comment', 'post', 'lazy', [], () => comment.post(), { parent: records.Comment });

server.close();
server.closeAllConnections();
out.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
if (new Set(out.map((r) => r.name)).size !== out.length) throw new Error('names repeat');
fs.writeFileSync(folder + 'recordings.json', JSON.stringify(out, null, 2) + '\n');
console.log(`${out.length} recordings`);

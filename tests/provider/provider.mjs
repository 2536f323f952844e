// An identity provider on the loopback for the tests: it signs in whoever `login_hint` names, without asking. `/as/NAME?to=ADDRESS` goes
// the way of a browser for the test, and answers with the address to which the provider sends it back. It ends when its input closes.
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const people = {
  ana: { email: 'ana@example.org', email_verified: true },
  anas_namesake: { email: 'ana@example.org', email_verified: true },
  bela: { email: 'bela@example.org', email_verified: false },
  stranger: { email: 'stranger@example.org', email_verified: true },
  nobody: {},
};
const redirect = process.argv[2];
const server = createServer();
await new Promise((heard) => server.listen(0, '127.0.0.1', heard));
const issuer = `http://127.0.0.1:${server.address().port}`;
const provider = new Provider(issuer, {
  clients: [{ client_id: 'decapolis', client_secret: 'a secret of the tests', redirect_uris: [redirect] }],
  pkce: { required: () => true },
  claims: { openid: ['sub'], email: ['email', 'email_verified'] },
  cookies: { keys: ['of the tests'] },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
  findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id, ...people[id] }) }),
  loadExistingGrant: async (ctx) => {
    const { client, session, provider: of } = ctx.oidc;
    const grant = new of.Grant({ clientId: client.clientId, accountId: session.accountId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/interaction/')) return next();
  const { params } = await provider.interactionDetails(ctx.req, ctx.res);
  ctx.respond = false;
  await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: params.login_hint } });
});
const answer = provider.callback();
server.on('request', async (request, response) => {
  const asked = new URL(request.url, issuer);
  if (!asked.pathname.startsWith('/as/')) return answer(request, response);
  response.end(await wayOf(asked.pathname.slice(4), asked.searchParams.get('to')));
});
process.stdin.resume().on('end', () => process.exit(0));
console.log(issuer);

async function wayOf(who, to) {
  const jar = new Map();
  let at = new URL(to);
  at.searchParams.set('login_hint', who);
  for (let step = 0; step < 10 && at.origin === issuer; step += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const found = await fetch(at, { redirect: 'manual', headers: { cookie } });
    for (const set of found.headers.getSetCookie()) {
      const [, name, value] = set.match(/^([^=]+)=([^;]*)/);
      jar.set(name, value);
    }
    if (!found.headers.has('location')) return `stopped: ${await found.text()}`;
    at = new URL(found.headers.get('location'), at);
  }
  return at.href;
}

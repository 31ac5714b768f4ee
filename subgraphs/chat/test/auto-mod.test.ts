import type { UserCaller } from '@veza/auth';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, chatWorld } from './chat-world.ts';
import { management, type ManagementTools } from './management.ts';

const RULE =
  'rule { id name isEnabled trigger keywords patterns allowedDomains mentionLimit timeOutSeconds exemptRoleIds exemptChannelIds }';
const PROBLEMS = 'userErrors { code path message }';
const DOCUMENTS = {
  create: `mutation ($input: CreateAutoModRuleInput!) { createAutoModRule(input: $input) { ${RULE} ${PROBLEMS} } }`,
  update: `mutation ($input: UpdateAutoModRuleInput!) { updateAutoModRule(input: $input) { ${RULE} ${PROBLEMS} } }`,
  delete: `mutation ($input: DeleteAutoModRuleInput!) { deleteAutoModRule(input: $input) { deletedRuleId ${PROBLEMS} } }`,
} as const;

let world: ChatWorld;
let tools: ManagementTools;
beforeAll(async () => {
  world = await chatWorld();
  tools = management(world);
});
afterAll(() => world[Symbol.asyncDispose]());

const rules = async (communityId: string, caller: UserCaller) =>
  (await world.run('query ($id: ID!) { community(id: $id) { autoModRules { name } } }', { id: communityId }, caller)).autoModRules;

const say = (channelId: string, content: string, caller: UserCaller) =>
  world.refusal('SendMessage', { channelId, nonce: world.newId('message'), content }, caller);

describe('rules about what members may write', () => {
  it('refuse messages, edits and nicknames, note the hit without the text, and spare administrators', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const sent = await world.send(channelId, 'fine', member);
    const { rule } = await world.act(DOCUMENTS.create, { communityId, name: 'Manners', trigger: 'KEYWORD', keywords: [' Darn*'] }, owner);
    expect(rule).toMatchObject({ name: 'Manners', isEnabled: true, keywords: ['darn*'], timeOutSeconds: 0 });
    expect(await say(channelId, 'oh DARNED thing', member)).toEqual(['AUTOMOD_BLOCKED content']);
    expect(await world.refusal('EditMessage', { messageId: sent.id, content: 'd\u200barn' }, member)).toEqual(['AUTOMOD_BLOCKED content']);
    expect(await tools.refusal('SetNickname', { communityId, nickname: 'darn' }, member)).toEqual(['AUTOMOD_BLOCKED nickname']);
    expect(await say(channelId, 'darn', owner)).toEqual([]);
    const entries = await tools.audit(communityId, owner);
    const hits = entries.filter(({ action }) => action === 'AUTO_MOD_HIT');
    expect(hits.map(({ subjectId, user }) => [subjectId, user?.id])).toEqual(Array(3).fill([rule.id, member.userId]));
    expect(JSON.stringify(hits).toLowerCase()).not.toContain('darn');
    expect(await say(channelId, 'gentle', member)).toEqual([]);
  });

  it('are changed, switched off and deleted, with an entry for each', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const { rule } = await world.act(DOCUMENTS.create, { communityId, name: 'Links', trigger: 'LINK' }, owner);
    const ruleId = rule.id;
    expect(await say(channelId, 'https://veza.example', member)).toEqual(['AUTOMOD_BLOCKED content']);
    await world.act(DOCUMENTS.update, { ruleId, allowedDomains: ['Veza.example'] }, owner);
    expect(await say(channelId, 'https://veza.example', member)).toEqual([]);
    expect(await say(channelId, 'https://other.example', member)).toEqual(['AUTOMOD_BLOCKED content']);
    const { rule: off } = await world.act(DOCUMENTS.update, { ruleId, isEnabled: false }, owner);
    expect(off).toMatchObject({ allowedDomains: ['veza.example'], isEnabled: false });
    await world.act(DOCUMENTS.update, { ruleId, isEnabled: false }, owner);
    expect(await say(channelId, 'https://other.example', member)).toEqual([]);
    expect(await rules(communityId, owner)).toEqual([{ name: 'Links' }]);
    expect(await world.act(DOCUMENTS.delete, { ruleId, reason: 'enough' }, owner)).toMatchObject({ deletedRuleId: ruleId });
    expect(await rules(communityId, owner)).toEqual([]);
    const actions = (await tools.audit(communityId, owner)).map(({ action }) => action).filter((action) => action.includes('RULE'));
    expect(actions.map((action) => action.replace('AUTO_MOD_RULE_', ''))).toEqual(['DELETED', 'UPDATED', 'UPDATED', 'CREATED']);
  });

  it('look for patterns in what was written, however it is disguised', async () => {
    const { communityId, channelId, owner, member } = await world.community();
    const settings = { name: 'Offers', trigger: 'REGEX', patterns: ['FR[E3]{2}\\s+n[i1]tro', '^buy now$'] };
    const { rule } = await world.act(DOCUMENTS.create, { communityId, ...settings }, owner);
    expect(rule.patterns).toEqual(settings.patterns);
    expect(await say(channelId, 'get fre\u200b3 N1tro today', member)).toEqual(['AUTOMOD_BLOCKED content']);
    expect(await say(channelId, 'ＢＵＹ ＮＯＷ', member)).toEqual(['AUTOMOD_BLOCKED content']);
    expect(await say(channelId, 'buy now or never', member)).toEqual([]);
    await world.act(DOCUMENTS.update, { ruleId: rule.id, patterns: ['never'] }, owner);
    expect(await say(channelId, 'buy now or never', member)).toEqual(['AUTOMOD_BLOCKED content']);
  });

  it('take only patterns that are some, in linear time and of bearable size', async () => {
    const { communityId, owner } = await world.community();
    const refusal = (patterns: readonly string[]) =>
      world.refusal(DOCUMENTS.create, { communityId, name: 'Patterns', trigger: 'REGEX', patterns }, owner);
    expect(await refusal([])).toEqual(['INVALID patterns']);
    expect(await refusal(['a'.repeat(261)])).toEqual(['INVALID patterns']);
    expect(await refusal(Array(11).fill('a'))).toEqual(['INVALID patterns']);
    for (const wrong of ['(', '(a)\\1', '(?=a)', '.{601}', '((a{10}){10}){10}', '\\Qa\\E']) {
      expect(await refusal(['fine', wrong])).toEqual(['INVALID patterns 1']);
    }
    expect(await refusal(['(a+)+$', '.{290}'])).toEqual([]);
    expect(await refusal(['.{250}'])).toEqual([]);
    expect(await refusal(['.{90}'])).toEqual(['LIMIT_REACHED patterns']);
  });

  it('send whom they catch to a time-out, and spare roles and channels', async () => {
    const { communityId, channelId, owner, people } = await world.community(3);
    const [loud, spared, other] = people as [UserCaller, UserCaller, UserCaller];
    const roleId = await tools.giveRole(communityId, owner, spared, []);
    const { channel } = await world.act('CreateChannel', { communityId, name: 'free', kind: 'TEXT' }, owner);
    const settings = { mentionLimit: 1, timeOutSeconds: 60, exemptRoleIds: [roleId], exemptChannelIds: [channel.id] };
    await world.act(DOCUMENTS.create, { communityId, name: 'Crowds', trigger: 'MENTION_SPAM', ...settings }, owner);
    const crowd = `<@${owner.userId}> <@${spared.userId}>`;
    expect(await say(channelId, crowd, spared)).toEqual([]);
    expect(await say(channel.id, crowd, loud)).toEqual([]);
    expect(await say(channelId, crowd, loud)).toEqual(['AUTOMOD_BLOCKED content']);
    expect(await say(channelId, 'sorry', loud)).toEqual(['TIMED_OUT channelId']);
    world.clock.advance(60_000);
    expect(await say(channelId, 'sorry', loud)).toEqual([]);
    expect(await say(channelId, `<@${owner.userId}>`, other)).toEqual([]);
  });

  it('exist only for who manages the community', async () => {
    const { communityId, owner, member } = await world.community();
    const { rule } = await world.act(DOCUMENTS.create, { communityId, name: 'r', trigger: 'INVITE' }, owner);
    expect(await rules(communityId, member)).toEqual([]);
    const input = { communityId, name: 'r', trigger: 'INVITE' };
    expect(await world.refusal(DOCUMENTS.create, input, member)).toEqual(['NOT_PERMITTED communityId']);
    expect(await world.refusal(DOCUMENTS.create, input, world.person())).toEqual(['NOT_FOUND communityId']);
    for (const caller of [member, world.person()]) {
      expect(await world.refusal(DOCUMENTS.update, { ruleId: rule.id, name: 'x' }, caller)).toEqual(['NOT_FOUND ruleId']);
      expect(await world.refusal(DOCUMENTS.delete, { ruleId: rule.id }, caller)).toEqual(['NOT_FOUND ruleId']);
    }
    expect(await world.refusal(DOCUMENTS.delete, { ruleId: 'automod_nonsense' }, owner)).toEqual(['NOT_FOUND ruleId']);
  });

  it.each([
    [{ name: '' }, 'INVALID name'],
    [{ keywords: [] }, 'INVALID keywords'],
    [{ keywords: ['*'] }, 'INVALID keywords'],
    [{ keywords: ['x'.repeat(61)] }, 'INVALID keywords'],
    [{ keywords: Array(1001).fill('x') }, 'INVALID keywords'],
    [{ allowedDomains: ['no domain'] }, 'INVALID allowedDomains'],
    [{ mentionLimit: 51 }, 'INVALID mentionLimit'],
    [{ timeOutSeconds: 28 * 86_400 + 1 }, 'INVALID timeOutSeconds'],
    [{ exemptRoleIds: Array(21).fill('role_x') }, 'INVALID exemptRoleIds'],
    [{ exemptChannelIds: Array(51).fill('channel_x') }, 'INVALID exemptChannelIds'],
  ])('refuse to be made with %o', async (change, refusal) => {
    const { communityId, owner } = await world.community(0);
    const input = { communityId, name: 'r', trigger: 'KEYWORD', keywords: ['a'], ...change };
    expect(await world.refusal(DOCUMENTS.create, input, owner)).toEqual([refusal]);
  });

  it('are few', async () => {
    await using small = await chatWorld({ limits: { autoModRules: 1 } });
    const { communityId, owner } = await small.community(0);
    const input = { communityId, name: 'r', trigger: 'INVITE' };
    await small.act(DOCUMENTS.create, input, owner);
    expect(await small.refusal(DOCUMENTS.create, input, owner)).toEqual(['LIMIT_REACHED communityId']);
  });
});

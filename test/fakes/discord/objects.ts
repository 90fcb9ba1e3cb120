import {
  type APIAttachment,
  type APIDMChannel,
  type APIMessage,
  type APITextChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildMembersChunkDispatchData,
  GuildDefaultMessageNotifications,
  GuildExplicitContentFilter,
  type GuildHubType,
  type GuildMemberFlags,
  GuildMFALevel,
  GuildNSFWLevel,
  GuildPremiumTier,
  type GuildSystemChannelFlags,
  GuildVerificationLevel,
  Locale,
  MessageType,
  type RoleFlags,
} from 'discord-api-types/v10';

/** Objects as Discord sends them, whole, so that a client meets nothing in a test that it would not meet there. */

export const userObject = (id: string, name: string, bot = false): APIUser => ({
  id,
  username: name,
  discriminator: '0',
  global_name: name,
  avatar: null,
  ...(bot ? { bot: true } : {}),
});

export const memberObject = (user: APIUser, roles: string[]): GatewayGuildMembersChunkDispatchData['members'][number] => ({
  user,
  roles,
  joined_at: '2023-01-01T00:00:00.000000+00:00',
  deaf: false,
  mute: false,
  flags: 0 as GuildMemberFlags,
});

export const textChannel = (id: string, guild: string, name: string, last: string | null): APITextChannel => ({
  id,
  type: ChannelType.GuildText,
  guild_id: guild,
  name,
  position: 0,
  permission_overwrites: [],
  nsfw: false,
  parent_id: null,
  rate_limit_per_user: 0,
  topic: null,
  last_message_id: last,
});

export const threadChannel = (
  id: string,
  guild: string,
  parent: string,
  owner: string,
  last: string | null,
): APIThreadChannel => ({
  id,
  type: ChannelType.PublicThread,
  guild_id: guild,
  parent_id: parent,
  owner_id: owner,
  name: 'thread',
  last_message_id: last,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1440,
    archive_timestamp: '2023-01-01T00:00:00.000000+00:00',
    locked: false,
  },
});

export const dmChannel = (id: string, recipient: APIUser, last: string | null): APIDMChannel => ({
  id,
  type: ChannelType.DM,
  name: null,
  last_message_id: last,
  recipients: [recipient],
});

interface GuildParts {
  id: string;
  owner: string;
  permissions: string;
  channels: APITextChannel[];
  threads: APIThreadChannel[];
  bot: APIUser;
  joined: string;
}

export const guildObject = ({
  id,
  owner,
  permissions,
  channels,
  threads,
  bot,
  joined,
}: GuildParts): GatewayGuildCreateDispatchData => ({
  id,
  name: 'Monitors',
  icon: null,
  splash: null,
  discovery_splash: null,
  owner_id: owner,
  afk_channel_id: null,
  afk_timeout: 300,
  verification_level: GuildVerificationLevel.None,
  default_message_notifications: GuildDefaultMessageNotifications.AllMessages,
  explicit_content_filter: GuildExplicitContentFilter.Disabled,
  roles: [
    {
      id,
      name: '@everyone',
      color: 0,
      colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
      hoist: false,
      position: 0,
      permissions,
      managed: false,
      mentionable: false,
      flags: 0 as RoleFlags,
    },
  ],
  emojis: [],
  features: [],
  mfa_level: GuildMFALevel.None,
  application_id: null,
  system_channel_id: null,
  system_channel_flags: 0 as GuildSystemChannelFlags,
  rules_channel_id: null,
  vanity_url_code: null,
  description: null,
  banner: null,
  premium_tier: GuildPremiumTier.None,
  preferred_locale: Locale.EnglishUS,
  public_updates_channel_id: null,
  nsfw_level: GuildNSFWLevel.Default,
  hub_type: null as GuildHubType | null,
  stickers: [],
  premium_progress_bar_enabled: false,
  safety_alerts_channel_id: null,
  incidents_data: null,
  region: 'deprecated',
  joined_at: joined,
  large: false,
  unavailable: false,
  member_count: 2,
  voice_states: [],
  members: [memberObject(bot, [])],
  channels,
  threads,
  presences: [],
  stage_instances: [],
  guild_scheduled_events: [],
  soundboard_sounds: [],
});

export interface MessageParts {
  id: string;
  channel: string;
  author: APIUser;
  content: string;
  at: Date;
  flags?: number;
  type?: MessageType;
  mentions?: APIUser[];
  attachments?: APIAttachment[];
  components?: APIMessage['components'];
  reference?: APIMessage;
}

export const messageObject = (parts: MessageParts): APIMessage => ({
  id: parts.id,
  channel_id: parts.channel,
  author: parts.author,
  content: parts.content,
  timestamp: parts.at.toISOString().replace('Z', '000+00:00'),
  edited_timestamp: null,
  tts: false,
  mention_everyone: false,
  mentions: parts.mentions ?? [],
  mention_roles: [],
  attachments: parts.attachments ?? [],
  embeds: [],
  pinned: false,
  type: parts.reference ? MessageType.Reply : (parts.type ?? MessageType.Default),
  flags: parts.flags ?? 0,
  components: parts.components ?? [],
  ...(parts.reference
    ? {
        referenced_message: parts.reference,
        message_reference: { message_id: parts.reference.id, channel_id: parts.channel, type: 0 },
      }
    : {}),
});

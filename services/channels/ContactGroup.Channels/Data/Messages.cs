using System.Data.Common;
using ContactGroup.Channels.Domain;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Channels.Data;

/// <summary>Messages and every version of them. INVARIANT: a version and the fact of it commit together; whoever writes one here publishes the other.</summary>
internal static class Messages
{
    private const string InsertVersion =
        """
        INSERT INTO message_versions (item, version, text, sensitivity, release_to, caveats, expires_at, status, reason, written_at, attachments)
        VALUES (@Item, @Version, @Text, @Sensitivity, @ReleaseTo, @Caveats, @ExpiresAt, @Status, @Reason, @WrittenAt, @Attachments)
        """;

    public static Task<Message?> FindAsync(DbConnection connection, string item) => connection.QuerySingleOrDefaultAsync<Message>(
        """
        SELECT item AS Item, channel AS Channel, reference AS Reference, author AS Author, author_name AS AuthorName, organisation AS Organisation,
            organisation_name AS OrganisationName, constituency AS Constituency, force_name AS Force, reply_to AS ReplyTo,
            acknowledgement_requested AS AcknowledgementRequested, exercise AS Exercise, posted_at AS PostedAt
        FROM messages WHERE item = @item
        """,
        new { item });

    /// <summary>Whether a person wrote the message. Reads nothing of what others wrote.</summary>
    public static async Task<bool> IsByAsync(DbConnection connection, string item, string author) =>
        await connection.QuerySingleOrDefaultAsync<long?>("SELECT 1 FROM messages WHERE item = @item AND author = @author", new { item, author }) is not null;

    public static Task<MessageVersion> LatestAsync(DbConnection connection, string item) => connection.QuerySingleAsync<MessageVersion>(
        """
        SELECT v.item AS Item, v.version AS Version, v.text AS Text, v.sensitivity AS Sensitivity, v.release_to AS ReleaseTo, v.caveats AS Caveats,
            v.expires_at AS ExpiresAt, v.status AS Status, v.reason AS Reason, v.written_at AS WrittenAt, v.attachments AS Attachments
        FROM message_versions v JOIN messages m ON m.item = v.item AND m.version = v.version WHERE v.item = @item
        """,
        new { item });

    /// <summary>Stores a new message with its first version.</summary>
    public static async Task AddAsync(WriteScope scope, Message message, MessageVersion first, long channelVersion, string? audienceShown = null)
    {
        var both = new DynamicParameters(message);
        both.AddDynamicParams(first);
        await scope.Connection.ExecuteAsync(
            $"""
            INSERT INTO messages (item, channel, reference, author, author_name, organisation, organisation_name, constituency, force_name, reply_to,
                acknowledgement_requested, exercise, version, posted_at)
            VALUES (@Item, @Channel, @Reference, @Author, @AuthorName, @Organisation, @OrganisationName, @Constituency, @Force, @ReplyTo,
                @AcknowledgementRequested, @Exercise, @Version, @PostedAt);
            {InsertVersion}
            """,
            both);
        Publish(scope, message, first, channelVersion, audienceShown);
    }

    /// <summary>Stores a later version.</summary>
    public static async Task AppendAsync(WriteScope scope, Message message, MessageVersion version, long channelVersion, string? audienceShown = null)
    {
        await scope.Connection.ExecuteAsync($"{InsertVersion}; UPDATE messages SET version = @Version WHERE item = @Item", version);
        Publish(scope, message, version, channelVersion, audienceShown);
    }

    private static void Publish(WriteScope scope, Message message, MessageVersion version, long channelVersion, string? audienceShown) =>
        scope.Publish(message.Channel, message.ToFact(version, channelVersion) with { AudienceShown = audienceShown });
}

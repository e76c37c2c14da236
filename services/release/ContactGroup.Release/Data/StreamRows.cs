using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts;
using ContactGroup.Contracts.Channels;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>The streams of a channel.</summary>
internal static class StreamRows
{
    public static async Task<IReadOnlyList<StreamRow>> OfChannelAsync(DbConnection connection, string channel)
    {
        var rows = await connection.QueryAsync<StreamRow>(
            "SELECT stream AS Stream, scope AS Scope, subject AS Subject FROM streams WHERE channel = @channel ORDER BY scope, subject", new { channel });
        return rows.AsList();
    }

    /// <summary>The bytes that the readers of one stream of a channel hold of an item; null when they hold nothing.</summary>
    public static Task<byte[]?> ViewInAsync(DbConnection connection, string channel, StreamScope scope, string subject, string item) =>
        connection.QuerySingleOrDefaultAsync<byte[]?>(
            """
            SELECT v.body FROM streams s JOIN held h ON h.stream = s.stream AND h.item = @item JOIN views v ON v.view = h.view
            WHERE s.channel = @channel AND s.scope = @scope AND s.subject = @subject
            """,
            new { channel, scope = (int)scope, subject, item });

    /// <summary>Whose stream it is; null when it is not an audience's.</summary>
    public static async Task<Audience?> AudienceOfAsync(DbConnection connection, string stream)
    {
        var subject = await connection.QuerySingleOrDefaultAsync<string?>(
            "SELECT subject FROM streams WHERE stream = @stream AND scope = @scope", new { stream, scope = (int)StreamScope.Audience });
        return Audience.TryParse(subject, out var audience) ? audience : null;
    }

    /// <summary>
    /// Own streams of organisations in rooms that are shut to them: distance puts forces and police out of a plenary. Their audiences' streams stay open
    /// for what is taken back.
    /// </summary>
    public static async Task<IReadOnlyList<string>> ShutAsync(DbConnection connection)
    {
        var shut = new List<string>();
        foreach (var channel in await ChannelRows.InPostureAsync(connection, ChannelKind.Plenary, Posture.Distance))
        {
            shut.AddRange((await OfChannelAsync(connection, channel.Channel))
                .Where(stream => stream.Scope == (long)StreamScope.Organisation && Ownership.AudienceOf(stream.Subject) is { } audience && !channel.Admits(audience))
                .Select(stream => stream.Stream));
        }

        return shut;
    }

    /// <summary>Opens every stream that somebody present may read; says whether one is new.</summary>
    public static async Task<bool> EnsureAsync(DbConnection connection, ChannelState channel)
    {
        var opened = await EnsureAsync(connection, channel.Channel, StreamScope.Review, string.Empty);
        foreach (var (audience, organisation) in await ChannelRows.PresentAsync(connection, channel.Group))
        {
            if (channel.Admits(audience))
            {
                opened |= await EnsureAsync(connection, channel.Channel, StreamScope.Audience, audience.ToString());
                opened |= await EnsureAsync(connection, channel.Channel, StreamScope.Organisation, Ownership.Subject(organisation, audience));
            }
        }

        return opened;
    }

    private static async Task<bool> EnsureAsync(DbConnection connection, string channel, StreamScope scope, string subject) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO streams (stream, channel, scope, subject, epoch, head) VALUES (@stream, @channel, @scope, @subject, 1, 0)
            ON CONFLICT (channel, scope, subject) DO NOTHING
            """,
            new { stream = Ids.New(), channel, scope = (int)scope, subject }) == 1;
}

/// <summary>A stream of a channel.</summary>
internal sealed record StreamRow(string Stream, long Scope, string Subject);

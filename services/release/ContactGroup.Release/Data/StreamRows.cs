using System.Data.Common;
using ContactGroup.Contracts;
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

    /// <summary>Whose stream it is; null when it is not an audience's.</summary>
    public static async Task<Classification.Audience?> AudienceOfAsync(DbConnection connection, string stream)
    {
        var subject = await connection.QuerySingleOrDefaultAsync<string?>(
            "SELECT subject FROM streams WHERE stream = @stream AND scope = @scope", new { stream, scope = (int)StreamScope.Audience });
        return Classification.Audience.TryParse(subject, out var audience) ? audience : null;
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

using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>A request for an export that takes two people.</summary>
internal sealed class ExportRequestRow
{
    public required string Request { get; init; }

    public required string Format { get; init; }

    /// <summary>The channel that it is about; null for all of the person's channels.</summary>
    public string? Channel { get; init; }

    /// <summary>The other filters, as JSON.</summary>
    public required string Filters { get; init; }

    public required string Person { get; init; }

    public required string PersonName { get; init; }

    public required string Organisation { get; init; }

    public required string OrganisationName { get; init; }

    public long Constituency { get; init; }

    public required string Force { get; init; }

    public long AskedAt { get; init; }

    public string? ConfirmedBy { get; init; }

    public long? ConfirmedAt { get; init; }

    public long? UsedAt { get; init; }
}

/// <summary>Requests for exports that take two people.</summary>
internal static class ExportRequestRows
{
    /// <summary>How long a request waits for a second person.</summary>
    public static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    /// <summary>How long the file can be fetched after that.</summary>
    public static readonly TimeSpan Stands = TimeSpan.FromHours(1);

    private const int Most = 50;

    private const string Columns =
        """
        r.request AS Request, r.format AS Format, r.channel AS Channel, r.filters AS Filters, r.person AS Person, r.person_name AS PersonName,
        r.organisation AS Organisation, r.organisation_name AS OrganisationName, r.constituency AS Constituency, r.force AS Force,
        r.asked_at AS AskedAt, r.confirmed_by AS ConfirmedBy, r.confirmed_at AS ConfirmedAt, r.used_at AS UsedAt
        """;

    // Who may be the second person: another one, of the same organisation or a coordinator of a group that both are in, and
    // a reader of the channel. INVARIANT: to everybody else the request is absent.
    private const string Second =
        """
        r.person <> @Person AND r.confirmed_at IS NULL AND r.asked_at > @since
            AND r.channel IN @channels
            AND ((r.organisation = @Organisation AND r.constituency = @constituency AND r.force = @force)
                OR (@coordinates = 1 AND EXISTS (SELECT 1 FROM members a JOIN members b ON b.grp = a.grp
                    WHERE a.person = r.person AND a.member = 1 AND b.person = @Person AND b.member = 1)))
        """;

    public static Task<int> AddAsync(DbConnection connection, ExportRequestRow row) => connection.ExecuteAsync(
        """
        INSERT INTO export_requests (request, format, channel, filters, person, person_name, organisation, organisation_name, constituency, force, asked_at)
        VALUES (@Request, @Format, @Channel, @Filters, @Person, @PersonName, @Organisation, @OrganisationName, @Constituency, @Force, @AskedAt)
        """,
        row);

    /// <summary>The person's own requests, the latest first.</summary>
    public static async Task<IReadOnlyList<ExportRequestRow>> OwnAsync(DbConnection connection, string person) =>
        (await connection.QueryAsync<ExportRequestRow>(
            $"SELECT {Columns} FROM export_requests r WHERE r.person = @person ORDER BY r.asked_at DESC, r.request LIMIT {Most}", new { person })).AsList();

    /// <summary>Requests that the person may confirm, the oldest first.</summary>
    public static async Task<IReadOnlyList<ExportRequestRow>> WaitingForAsync(
        DbConnection connection, WhoAsks who, IReadOnlyList<ReadableStream> streams, DateTimeOffset now) =>
        (await connection.QueryAsync<ExportRequestRow>(
            $"SELECT {Columns} FROM export_requests r WHERE {Second} ORDER BY r.asked_at, r.request LIMIT {Most}", AsSecond(who, streams, now))).AsList();

    /// <summary>Confirms a request; null when the person is not who may, or nothing waits.</summary>
    public static async Task<string?> ConfirmAsync(
        DbConnection connection, string request, WhoAsks who, IReadOnlyList<ReadableStream> streams, DateTimeOffset now)
    {
        var parameters = AsSecond(who, streams, now);
        parameters.Add("request", request);
        var askedBy = await connection.QuerySingleOrDefaultAsync<string?>($"SELECT r.person FROM export_requests r WHERE r.request = @request AND {Second}", parameters);
        if (askedBy is not null)
        {
            await connection.ExecuteAsync(
                "UPDATE export_requests SET confirmed_by = @Person, confirmed_at = @at WHERE request = @request",
                new { request, who.Person, at = now.ToMicroseconds() });
        }

        return askedBy;
    }

    /// <summary>The person's own request as it stands; null when it is not theirs.</summary>
    public static Task<ExportRequestRow?> FindOwnAsync(DbConnection connection, string request, WhoAsks who) =>
        connection.QuerySingleOrDefaultAsync<ExportRequestRow?>(
            $"""
            SELECT {Columns} FROM export_requests r WHERE r.request = @request AND r.person = @Person AND r.organisation = @Organisation
                AND r.constituency = @constituency AND r.force = @force
            """,
            new { request, who.Person, who.Organisation, constituency = (long)who.Constituency, force = who.Force ?? string.Empty });

    /// <summary>Uses a confirmed request up; false when it is not confirmed, over or used.</summary>
    public static async Task<bool> UseAsync(DbConnection connection, string request, DateTimeOffset now) => await connection.ExecuteAsync(
        "UPDATE export_requests SET used_at = @at WHERE request = @request AND used_at IS NULL AND confirmed_at > @since",
        new { request, at = now.ToMicroseconds(), since = (now - Stands).ToMicroseconds() }) == 1;

    private static DynamicParameters AsSecond(WhoAsks who, IReadOnlyList<ReadableStream> streams, DateTimeOffset now)
    {
        var parameters = new DynamicParameters(new { who.Person, who.Organisation });
        parameters.Add("constituency", (long)who.Constituency);
        parameters.Add("force", who.Force ?? string.Empty);
        parameters.Add("coordinates", who.Constituency == Constituency.Coordination ? 1 : 0);
        parameters.Add("since", (now - Waits).ToMicroseconds());
        parameters.Add("channels", streams.Select(stream => stream.Channel.Channel).Distinct(StringComparer.Ordinal).ToArray());
        return parameters;
    }
}

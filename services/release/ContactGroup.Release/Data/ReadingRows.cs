using System.Data.Common;
using ContactGroup.Contracts.Release;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// Who read which part of which audience's stream. INVARIANT: a row is on disk before the first entry it covers is handed over, and covers at least what
/// was handed over: a report that misses a reader is worse than none.
/// </summary>
internal static class ReadingRows
{
    private const long Day = 86_400_000_000; // microseconds

    private const string EndOpen =
        "UPDATE readings SET through = (SELECT head FROM streams WHERE streams.stream = readings.stream), to_at = @at WHERE through IS NULL";

    /// <summary>Begins readings, at most one of a stream: the number of each in order, null for a stream that is no audience's.</summary>
    public static async Task<IReadOnlyList<long?>> BeginAsync(DbConnection connection, long reader, IReadOnlyList<ReadingStart> starts, long at)
    {
        var audiences = (await connection.QueryAsync<string>(
            "SELECT stream FROM streams WHERE scope = 1 AND stream IN @streams", new { streams = starts.Select(start => start.Stream) })).ToHashSet(StringComparer.Ordinal);
        var numbers = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var of in starts.Where(start => audiences.Contains(start.Stream)).GroupBy(start => start.Process, StringComparer.Ordinal))
        {
            var rows = of.Select(start => (object[])[start.Stream, reader, start.After, start.Head, at, .. of.Key is { } process ? (object[])[process] : []]);
            var into = of.Key is null ? "readings (stream, reader, after, head, from_at)" : "readings (stream, reader, after, head, from_at, process)";
            foreach (var (stream, number) in await connection.InsertAsync(into, rows, "stream", "reading"))
            {
                numbers.Add(stream, number);
            }
        }

        return [.. starts.Select(start => numbers.TryGetValue(start.Stream, out var number) ? number : (long?)null)];
    }

    /// <summary>Ends readings. One through which nothing came leaves no row: a connection that only comes and goes fills no store.</summary>
    public static Task EndAsync(DbConnection connection, IReadOnlyList<ReadingEnd> ends, long at) => connection.Engine() == StoreEngine.PostgreSql
        ? EndTogetherAsync(connection, ends, at)
        : EndOneByOneAsync(connection, ends, at);

    // Many at once come when a process lost its connections, and everybody who comes back waits behind them: a statement for each would be a way to the server for each.
    private static async Task EndTogetherAsync(DbConnection connection, IReadOnlyList<ReadingEnd> ends, long at)
    {
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE readings r SET through = e.through, to_at = @at FROM unnest(@readings, @throughs) AS e (reading, through) WHERE r.reading = e.reading AND r.through IS NULL;
            DELETE FROM readings WHERE reading = ANY(@readings) AND through <= after
            """;
        command.Give("at", at);
        command.Give("readings", ends.Select(end => end.Reading).ToArray());
        command.Give("throughs", ends.Select(end => end.Through).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private static Task<int> EndOneByOneAsync(DbConnection connection, IReadOnlyList<ReadingEnd> ends, long at) =>
        connection.ExecuteAsync(
            """
            UPDATE readings SET through = @Through, to_at = @at WHERE reading = @Reading AND through IS NULL;
            DELETE FROM readings WHERE reading = @Reading AND through <= after;
            """,
            ends.Select(end => new { end.Reading, end.Through, at }));

    /// <summary>Ends what this process left open when it stopped, at the last entry there was: nobody got a later one from it.</summary>
    public static Task<int> EndOwnAsync(DbConnection connection, long at) => connection.ExecuteAsync(EndOpen + " AND process IS NULL", new { at });

    /// <summary>Ends what a process left open that is gone.</summary>
    public static Task<int> EndOfProcessAsync(DbConnection connection, string process, long at) =>
        connection.ExecuteAsync(EndOpen + " AND process = @process", new { at, process });

    /// <summary>
    /// Notes a page that is about to be given. One that an ended reading of the same person covers adds no row, however often it is asked for; that one
    /// is kept as long as if it had been read now, to the day.
    /// </summary>
    public static Task<int> AddPageAsync(DbConnection connection, long reader, ReadingStart start, long through, long at) =>
        connection.ExecuteAsync(
            """
            UPDATE readings SET to_at = @at
            WHERE stream = @Stream AND reader = @reader AND after <= @After AND through >= @through AND head <= @Head AND to_at < @at - @Day;
            INSERT INTO readings (stream, reader, after, head, through, from_at, to_at)
            SELECT @Stream, @reader, @After, @Head, @through, @at, @at
            WHERE NOT EXISTS (SELECT 1 FROM readings
                WHERE stream = @Stream AND reader = @reader AND after <= @After AND through >= @through AND head <= @Head)
            """,
            new { reader, start.Stream, start.After, start.Head, through, at, Day });
}

using System.Data.Common;
using ContactGroup.Contracts.Channels;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>People as they were when they read.</summary>
internal static class ReaderRows
{
    public static async Task<long> EnsureAsync(DbConnection connection, WhoAsks who)
    {
        var row = new
        {
            who.Person,
            name = who.Name ?? string.Empty,
            organisation = who.Organisation ?? string.Empty,
            organisationName = who.OrganisationName ?? string.Empty,
            constituency = (int)who.Constituency,
            force = who.Force ?? string.Empty,
        };
        return await FindAsync(connection, row) ?? await AddAsync(connection, row);
    }

    // Nearly always there already.
    private static Task<long?> FindAsync(DbConnection connection, object row) => connection.QuerySingleOrDefaultAsync<long?>(
        """
        SELECT reader FROM readers WHERE person = @Person AND name = @name AND organisation = @organisation
            AND organisation_name = @organisationName AND constituency = @constituency AND force = @force
        """,
        row);

    private static async Task<long> AddAsync(DbConnection connection, object row)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO readers (person, name, organisation, organisation_name, constituency, force)
            VALUES (@Person, @name, @organisation, @organisationName, @constituency, @force) ON CONFLICT DO NOTHING
            """,
            row);
        return await FindAsync(connection, row) ?? throw new InvalidOperationException("A reader that was added is not there.");
    }
}

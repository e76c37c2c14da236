using System.Data.Common;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Authentication;
using Dapper;

namespace ContactGroup.Identity.Data;

/// <summary>Reads people together with what their organisation makes them.</summary>
internal static class People
{
    /// <summary>The person as participant of a session; null when there is no such person or they are suspended.</summary>
    public static async Task<Participant?> FindAsync(DbConnection connection, string person, string session)
    {
        var row = await connection.QuerySingleOrDefaultAsync<Row>(
            """
            SELECT p.display_name AS DisplayName, p.organisation AS Organisation, o.name AS OrganisationName,
                o.constituency AS Constituency, o.force AS Force, p.administrator AS Administrator
            FROM people p LEFT JOIN organisations o ON o.id = p.organisation
            WHERE p.id = @person AND p.suspended_at IS NULL
            """,
            new { person });
        return row is null ? null : new Participant(
            person, row.DisplayName, row.Organisation, row.OrganisationName, ConstituencyCode.Read(row.Constituency), row.Force, session,
            row.Administrator);
    }

    public static async Task<bool> AnyAsync(DbConnection connection) =>
        await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM people") > 0;

    private sealed class Row
    {
        public string DisplayName { get; init; } = "";

        public string? Organisation { get; init; }

        public string? OrganisationName { get; init; }

        public string? Constituency { get; init; }

        public string? Force { get; init; }

        public bool Administrator { get; init; }
    }
}

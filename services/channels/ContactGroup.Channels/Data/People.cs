using System.Data.Common;
using ContactGroup.Channels.Domain;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Channels.Data;

/// <summary>What identity told about people and organisations, kept here because a membership needs it in its own transaction.</summary>
internal static class People
{
    /// <summary>The person as somebody who can join; null when unknown, suspended or without an organisation, which look the same.</summary>
    public static Task<Member?> FindJoinableAsync(DbConnection connection, string person) => connection.QuerySingleOrDefaultAsync<Member>(
        """
        SELECT p.person AS Person, p.name AS Name, o.organisation AS Organisation, o.name AS OrganisationName, o.constituency AS Constituency,
            o.force_name AS Force
        FROM people p JOIN organisations o ON o.organisation = p.organisation
        WHERE p.person = @person AND p.suspended = 0
        """,
        new { person });

    public static async Task<IReadOnlyList<string>> OfOrganisationAsync(DbConnection connection, string organisation) =>
        (await connection.QueryAsync<string>(
            """
            SELECT person FROM people WHERE organisation = @organisation
            UNION SELECT person FROM memberships WHERE organisation = @organisation AND member = 1
            """,
            new { organisation })).AsList();

    /// <summary>Keeps a newer state of a person; false when it is not newer.</summary>
    public static async Task<bool> SaveAsync(WriteScope scope, PersonChanged person) => await scope.Connection.ExecuteAsync(
        """
        INSERT INTO people (person, name, organisation, suspended, version) VALUES (@Person, @DisplayName, @Organisation, @suspended, @Version)
        ON CONFLICT (person) DO UPDATE SET name = excluded.name, organisation = excluded.organisation, suspended = excluded.suspended,
            version = excluded.version WHERE excluded.version > people.version
        """,
        new { person.Person, person.DisplayName, person.Organisation, suspended = person.Suspended ? 1 : 0, person.Version }) == 1;

    /// <summary>Keeps a newer state of an organisation; false when it is not newer.</summary>
    public static async Task<bool> SaveAsync(WriteScope scope, OrganisationChanged organisation) => await scope.Connection.ExecuteAsync(
        """
        INSERT INTO organisations (organisation, name, constituency, force_name, version)
        VALUES (@Organisation, @Name, @constituency, @Force, @Version)
        ON CONFLICT (organisation) DO UPDATE SET name = excluded.name, constituency = excluded.constituency, force_name = excluded.force_name,
            version = excluded.version WHERE excluded.version > organisations.version
        """,
        new
        {
            organisation.Organisation,
            organisation.Name,
            constituency = ConstituencyCode.Of(organisation.Constituency) ?? "unknown",
            organisation.Force,
            organisation.Version,
        }) == 1;
}

using System.Data.Common;
using ContactGroup.Channels.Domain;
using ContactGroup.Classification;
using ContactGroup.Contracts.Channels;
using ContactGroup.Contracts.Identity;
using ContactGroup.Hosting.Storage;
using Dapper;

namespace ContactGroup.Channels.Data;

/// <summary>A membership as stored; it stays when the person leaves, so that its version goes on rising.</summary>
internal sealed record MembershipRow(
    string ContactGroup,
    string Person,
    string Name,
    string Organisation,
    string OrganisationName,
    string Constituency,
    string? Force,
    long IsMember,
    long JoinedVersion,
    long AcceptedTerms,
    long Version,
    long Began)
{
    /// <summary>Whether the membership is in force and says the same about the person as the session does.</summary>
    public bool IsOf(WhoAsks who) =>
        IsMember == 1 && who.Organisation == Organisation && ConstituencyCode.Of(who.Constituency) == Constituency && who.Force == Force;

    /// <summary>The fact of the membership as it is in this row.</summary>
    public MembershipChanged ToFact() => new(
        ContactGroup,
        Person,
        Organisation,
        OrganisationName,
        ConstituencyCode.Read(Constituency),
        Force,
        IsMember == 1,
        Version,
        Began);
}

/// <summary>Who belongs to which contact group. Every change is published in the transaction that makes it.</summary>
internal static class Memberships
{
    private const string Columns =
        """
        contact_group AS ContactGroup, person AS Person, name AS Name, organisation AS Organisation, organisation_name AS OrganisationName,
        constituency AS Constituency, force_name AS Force, member AS IsMember, joined_version AS JoinedVersion, accepted_terms AS AcceptedTerms,
        version AS Version, began AS Began
        """;

    public static Task<MembershipRow?> FindAsync(DbConnection connection, string group, string person) =>
        connection.QuerySingleOrDefaultAsync<MembershipRow>(
            $"SELECT {Columns} FROM memberships WHERE contact_group = @group AND person = @person", new { group, person });

    /// <summary>The membership in force of whoever asks; null when there is none or it contradicts the session.</summary>
    public static async Task<MembershipRow?> FindCurrentAsync(DbConnection connection, WhoAsks who, string group) =>
        await FindAsync(connection, group, who.Person) is { } found && found.IsOf(who) ? found : null;

    /// <summary>Memberships in force of a person, in every group.</summary>
    public static async Task<IReadOnlyList<MembershipRow>> OfPersonAsync(DbConnection connection, string person) =>
        [.. (await EverOfPersonAsync(connection, person)).Where(membership => membership.IsMember == 1)];

    /// <summary>Memberships of a person, in force and ended.</summary>
    public static async Task<IReadOnlyList<MembershipRow>> EverOfPersonAsync(DbConnection connection, string person) =>
        (await connection.QueryAsync<MembershipRow>($"SELECT {Columns} FROM memberships WHERE person = @person", new { person })).AsList();

    public static async Task<IReadOnlyList<Member>> InGroupAsync(DbConnection connection, string group) =>
        (await connection.QueryAsync<Member>(
            """
            SELECT person AS Person, name AS Name, organisation AS Organisation, organisation_name AS OrganisationName, constituency AS Constituency,
                force_name AS Force
            FROM memberships WHERE contact_group = @group AND member = 1
            """,
            new { group })).AsList();

    /// <summary>The audiences that somebody in a group belongs to now.</summary>
    public static async Task<IReadOnlyList<Audience>> AudiencesAsync(DbConnection connection, string group)
    {
        var rows = await connection.QueryAsync<(string Constituency, string? Force)>(
            "SELECT DISTINCT constituency, force_name FROM memberships WHERE contact_group = @group AND member = 1", new { group });
        return [.. rows.Select(row => new Audience(ConstituencyCode.Read(row.Constituency), row.Force))];
    }

    /// <summary>Lets a person in. Terms must be accepted anew, whatever the person accepted in an earlier membership.</summary>
    public static async Task JoinAsync(WriteScope scope, ContactGroupRow group, Member person, bool acceptsTerms)
    {
        var version = ((await FindAsync(scope.Connection, group.Id, person.Person))?.Version ?? 0) + 1;
        await SaveAsync(scope, new MembershipRow(
            group.Id,
            person.Person,
            person.Name,
            person.Organisation,
            person.OrganisationName,
            person.Constituency,
            person.Force,
            IsMember: 1,
            group.Version,
            AcceptedTerms: 0,
            version,
            Began: version));
        if (acceptsTerms)
        {
            await AcceptTermsAsync(scope, group.Id, person.Person, group.TermsVersion);
        }
    }

    /// <summary>Ends a membership that is in force.</summary>
    public static Task LeaveAsync(WriteScope scope, MembershipRow membership) =>
        SaveAsync(scope, membership with { IsMember = 0, AcceptedTerms = 0, Version = membership.Version + 1 });

    /// <summary>Takes over names that changed; rights stay as they are.</summary>
    public static Task RenameAsync(WriteScope scope, MembershipRow membership, string name, string organisationName) =>
        SaveAsync(scope, membership with { Name = name, OrganisationName = organisationName, Version = membership.Version + 1 });

    public static async Task AcceptTermsAsync(WriteScope scope, string group, string person, long version)
    {
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO terms_acceptances (contact_group, person, version, accepted_at) VALUES (@group, @person, @version, @at) ON CONFLICT DO NOTHING
            """,
            new { group, person, version, at = scope.Now.ToMicroseconds() });
        await scope.Connection.ExecuteAsync(
            "UPDATE memberships SET accepted_terms = @version WHERE contact_group = @group AND person = @person", new { group, person, version });
    }

    private static async Task SaveAsync(WriteScope scope, MembershipRow row)
    {
        await scope.Connection.ExecuteAsync(
            """
            INSERT INTO memberships (contact_group, person, name, organisation, organisation_name, constituency, force_name, member, joined_version,
                accepted_terms, version, changed_at, began)
            VALUES (@ContactGroup, @Person, @Name, @Organisation, @OrganisationName, @Constituency, @Force, @IsMember, @JoinedVersion,
                @AcceptedTerms, @Version, @at, @Began)
            ON CONFLICT (contact_group, person) DO UPDATE SET name = excluded.name, organisation = excluded.organisation,
                organisation_name = excluded.organisation_name, constituency = excluded.constituency, force_name = excluded.force_name,
                member = excluded.member, joined_version = excluded.joined_version, accepted_terms = excluded.accepted_terms,
                version = excluded.version, changed_at = excluded.changed_at, began = excluded.began
            """,
            new
            {
                row.ContactGroup,
                row.Person,
                row.Name,
                row.Organisation,
                row.OrganisationName,
                row.Constituency,
                row.Force,
                row.IsMember,
                row.JoinedVersion,
                row.AcceptedTerms,
                row.Version,
                row.Began,
                at = scope.Now.ToMicroseconds(),
            });
        scope.Publish(row.ContactGroup, row.ToFact());
    }
}

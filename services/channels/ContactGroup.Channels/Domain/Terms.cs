using ContactGroup.Hosting.Storage;
using ContactGroup.Hosting.Web;
using Dapper;

namespace ContactGroup.Channels.Domain;

/// <summary>The terms of reference of a contact group: what it is for and what its members take as given.</summary>
internal sealed record Terms(string Purpose, string Assumptions)
{
    /// <summary>Longest name of a contact group, in characters.</summary>
    public const int LongestName = 120;

    private const int Longest = 4_000;

    public static Terms Check(FieldChecks checks, string purpose, string assumptions) =>
        new(checks.Text("purpose", purpose, 1, Longest), checks.Text("assumptions", assumptions, 1, Longest));

    public Task WriteAsync(WriteScope scope, string group, long version, string person) => scope.Connection.ExecuteAsync(
        """
        INSERT INTO terms (contact_group, version, purpose, assumptions, written_by, written_at)
        VALUES (@group, @version, @Purpose, @Assumptions, @person, @at)
        """,
        new { group, version, Purpose, Assumptions, person, at = scope.Now.ToMicroseconds() });
}

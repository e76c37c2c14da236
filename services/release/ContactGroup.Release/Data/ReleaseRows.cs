using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>What a coordinator released to one audience.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Hash">Of the view as it was proposed.</param>
/// <param name="Disclosure">What the rules gave when it was proposed.</param>
/// <param name="Redaction">What the coordinator changed; null when nothing.</param>
internal sealed record ReleaseRow(string Audience, string Hash, long Disclosure, string? Redaction)
{
    public Disclosure Given => Classification.Disclosure.FromBits((ulong)Disclosure);

    public Redaction? Edits => Domain.Redaction.Read(Redaction);
}

/// <summary>What coordinators released, by item and audience.</summary>
internal static class ReleaseRows
{
    public static async Task<Dictionary<string, ReleaseRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<ReleaseRow>(
            "SELECT audience AS Audience, hash AS Hash, disclosure AS Disclosure, redaction AS Redaction FROM releases WHERE item = @item", new { item });
        return rows.ToDictionary(row => row.Audience, StringComparer.Ordinal);
    }

    /// <summary>Notes the release of proposals. One that was not shown to the coordinator is not among them.</summary>
    public static Task<int> AddAsync(DbConnection connection, string item, string review, IEnumerable<Proposal> shown, Redaction? edits) =>
        connection.ExecuteAsync(
            """
            INSERT INTO releases (item, audience, hash, disclosure, review, redaction) VALUES (@item, @Audience, @Hash, @Disclosure, @review, @redaction)
            ON CONFLICT (item, audience) DO UPDATE SET hash = excluded.hash, disclosure = excluded.disclosure, review = excluded.review,
                redaction = excluded.redaction
            """,
            shown.Select(proposal => new { item, proposal.Audience, proposal.Hash, proposal.Disclosure, review, redaction = edits?.Write() }));
}

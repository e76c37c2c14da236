using System.Data.Common;
using ContactGroup.Classification;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Storage;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Who confirmed receipt.</summary>
internal static class AcknowledgementRows
{
    public static async Task<bool> AddAsync(DbConnection connection, ItemAcknowledged acknowledged) =>
        await connection.ExecuteAsync(
            """
            INSERT INTO acknowledgements (item, person, person_name, organisation, organisation_name, constituency, force, at)
            VALUES (@Item, @Person, @PersonName, @Organisation, @OrganisationName, @constituency, @Force, @at) ON CONFLICT DO NOTHING
            """,
            new
            {
                acknowledged.Item,
                acknowledged.Person,
                acknowledged.PersonName,
                acknowledged.Organisation,
                acknowledged.OrganisationName,
                constituency = (int)acknowledged.Constituency,
                acknowledged.Force,
                at = acknowledged.At.ToMicroseconds(),
            }) == 1;

    /// <summary>Receipts as the owner may know them: a name only from the own side; from across, a side or force once,
    /// however many of its people confirmed.</summary>
    public static async Task<IReadOnlyList<AcknowledgementNote>> NotesAsync(DbConnection connection, string item, Audience owner)
    {
        var rows = await connection.QueryAsync<Row>(
            """
            SELECT person_name AS PersonName, organisation_name AS OrganisationName, constituency AS Constituency, force AS Force, at AS At
            FROM acknowledgements WHERE item = @item ORDER BY at, person
            """,
            new { item });
        return [.. rows.Select(row => row.ToNote(owner)).OfType<AcknowledgementNote>().DistinctBy(note => (note.By, note.Name))];
    }

    private sealed record Row(string PersonName, string OrganisationName, long Constituency, string? Force, long At)
    {
        public AcknowledgementNote? ToNote(Audience owner)
        {
            var by = new Audience((Constituency)Constituency, Force);
            if (!by.IsKnown || !AudienceKnowledge.MayKnow(owner, by))
            {
                return null;
            }

            var at = Frames.Instant(At);
            return by.Side == owner.Side
                ? new AcknowledgementNote(OrganisationName, PersonName, at)
                : new AcknowledgementNote(AudienceKnowledge.NameOf(by), Name: null, at);
        }
    }
}

using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Hosting.Authentication;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>Who wrote a version of an item. Never removed: a later version by somebody else does not make the writer of an earlier one a second person.</summary>
internal static class WriterRows
{
    public static Task<int> AddAsync(DbConnection connection, ItemVersioned item) =>
        connection.ExecuteAsync(
            "INSERT INTO writers (item, person) VALUES (@Item, @person) ON CONFLICT DO NOTHING", new { item.Item, person = item.By ?? item.Origin.Person });

    /// <summary>Adds the writer of a first version to what is written next.</summary>
    public static void Add(FirstViews views, ItemVersioned item) => views.Add("writers (item, person)", [item.Item, item.By ?? item.Origin.Person], "ON CONFLICT DO NOTHING");

    /// <summary>
    /// Whether words of this person are in the item. Only its own organisation writes in an item; somebody of another who verified it has a version, but
    /// no words.
    /// </summary>
    public static async Task<bool> WroteAsync(DbConnection connection, ItemVersioned item, Participant who) =>
        string.Equals(item.Origin.Person, who.PersonId, StringComparison.Ordinal)
        || (string.Equals(item.Origin.Organisation, who.OrganisationId, StringComparison.Ordinal)
            && await connection.ExecuteScalarAsync<long>(
                "SELECT COUNT(*) FROM writers WHERE item = @Item AND person = @PersonId", new { item.Item, who.PersonId }) > 0);
}

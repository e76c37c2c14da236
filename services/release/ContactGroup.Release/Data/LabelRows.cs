using System.Data.Common;
using ContactGroup.Contracts.Items;
using ContactGroup.Release.Domain;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>A label that an item has or had, and who set it.</summary>
internal sealed record LabelRow(string Label, string Person)
{
    /// <summary>The label of a version.</summary>
    public static LabelRow Of(ItemVersioned item) => new(ItemLabel.Of(item).Write(), item.By ?? item.Origin.Person);
}

/// <summary>Every distinct label of an item. Never removed: what went less far once goes further only with two people.</summary>
internal static class LabelRows
{
    /// <summary>More than an item has in practice; an item with more goes nowhere by itself.</summary>
    public const int Most = 64;

    /// <summary>Notes the label of a version of a known item; true when it is a new one.</summary>
    public static async Task<bool> AddAsync(DbConnection connection, ItemVersioned item)
    {
        var (label, person) = LabelRow.Of(item);
        return await connection.ExecuteAsync(
            """
            INSERT INTO labels (item, label, version, person) SELECT @Item, @label, @Version, @person
            WHERE EXISTS (SELECT 1 FROM items WHERE item = @Item AND channel = @Channel AND organisation = @Organisation)
                AND (SELECT COUNT(*) FROM labels WHERE item = @Item) <= @Most
            ON CONFLICT (item, label) DO NOTHING
            """,
            new { item.Item, label, item.Version, person, item.Channel, item.Origin.Organisation, Most }) == 1;
    }

    /// <summary>Adds the label of a first version to what is written next.</summary>
    public static void Add(FirstViews views, ItemVersioned item)
    {
        var (label, person) = LabelRow.Of(item);
        views.Add("labels (item, label, version, person)", [item.Item, label, item.Version, person], "ON CONFLICT (item, label) DO NOTHING");
    }

    public static async Task<IReadOnlyList<LabelRow>> OfItemAsync(DbConnection connection, string item)
    {
        var rows = await connection.QueryAsync<LabelRow>(
            "SELECT label AS Label, person AS Person FROM labels WHERE item = @item ORDER BY version, label", new { item });
        return rows.AsList();
    }
}

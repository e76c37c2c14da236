using System.Data.Common;
using ContactGroup.Contracts.Identity;
using ContactGroup.Identity.Domain;
using Dapper;

namespace ContactGroup.Identity.Data;

/// <summary>Organisations in the store.</summary>
internal static class Organisations
{
    private const string Columns =
        "SELECT id AS Id, name AS Name, abbreviation AS Abbreviation, constituency AS Constituency, force AS Force, version AS Version FROM organisations";

    public static async Task<IReadOnlyList<Organisation>> AllAsync(DbConnection connection) =>
        [.. (await connection.QueryAsync<Row>($"{Columns} ORDER BY name_key")).Select(row => row.ToOrganisation())];

    public static async Task<Organisation?> FindAsync(DbConnection connection, string id) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"{Columns} WHERE id = @id", new { id }))?.ToOrganisation();

    public static async Task<Organisation?> FindByNameAsync(DbConnection connection, string nameKey) =>
        (await connection.QuerySingleOrDefaultAsync<Row>($"{Columns} WHERE name_key = @nameKey", new { nameKey }))?.ToOrganisation();

    public static Task AddAsync(DbConnection connection, Organisation organisation, long at) => connection.ExecuteAsync(
        """
        INSERT INTO organisations (id, name, name_key, abbreviation, constituency, force, version, created_at)
        VALUES (@Id, @Name, @NameKey, @Abbreviation, @constituency, @Force, @Version, @at)
        """,
        new
        {
            organisation.Id,
            organisation.Name,
            organisation.NameKey,
            organisation.Abbreviation,
            constituency = ConstituencyCode.Of(organisation.Constituency),
            organisation.Force,
            organisation.Version,
            at,
        });

    public static Task ChangeAsync(DbConnection connection, Organisation organisation) => connection.ExecuteAsync(
        """
        UPDATE organisations SET name = @Name, name_key = @NameKey, abbreviation = @Abbreviation, constituency = @constituency, force = @Force,
            version = @Version
        WHERE id = @Id
        """,
        new
        {
            organisation.Id,
            organisation.Name,
            organisation.NameKey,
            organisation.Abbreviation,
            constituency = ConstituencyCode.Of(organisation.Constituency),
            organisation.Force,
            organisation.Version,
        });

    private sealed class Row
    {
        public string Id { get; init; } = "";

        public string Name { get; init; } = "";

        public string Abbreviation { get; init; } = "";

        public string Constituency { get; init; } = "";

        public string? Force { get; init; }

        public long Version { get; init; }

        public Organisation ToOrganisation() => new(Id, Name, Abbreviation, ConstituencyCode.Read(Constituency), Force, Version);
    }
}

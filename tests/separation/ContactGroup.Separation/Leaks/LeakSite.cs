using System.Text.Json.Nodes;
using ContactGroup.Testing;
using Dapper;
using Microsoft.Data.Sqlite;

namespace ContactGroup.Separation.Leaks;

/// <summary>Where a leak is planted: the stores of a host, read and written past the product.</summary>
internal sealed class LeakSite(string folder, FakeClock clock, IServiceProvider services) : IDisposable
{
    private readonly Dictionary<string, SqliteConnection> stores = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>The host's clock.</summary>
    public FakeClock Clock => clock;

    /// <summary>What a leak keeps in memory here.</summary>
    public Dictionary<string, DateTimeOffset> Notes { get; } = new(StringComparer.Ordinal);

    /// <summary>The host's services.</summary>
    public IServiceProvider Services => services;

    /// <summary>A number from a store.</summary>
    public long Number(string store, string sql, object? with = null)
    {
        lock (gate)
        {
            return Open(store).ExecuteScalar<long?>(sql, with) ?? 0;
        }
    }

    /// <summary>Rows from a store.</summary>
    public IReadOnlyList<T> Rows<T>(string store, string sql, object? with = null)
    {
        lock (gate)
        {
            return [.. Open(store).Query<T>(sql, with)];
        }
    }

    /// <summary>Changes a store.</summary>
    public void Run(string store, string sql)
    {
        lock (gate)
        {
            Open(store).Execute(sql);
        }
    }

    /// <summary>Contact group of somebody, as release knows it; empty when there is none.</summary>
    public string GroupOf(string person) => Rows<string>("release", "SELECT grp FROM members WHERE person = @person", new { person }) is [{ } group, ..] ? group : string.Empty;

    /// <summary>The whole content of an item, as nobody but its owner should see it; null when there is no such item.</summary>
    public JsonNode? Whole(string item) =>
        Rows<byte[]>("release", "SELECT payload FROM items WHERE item = @item", new { item }) is [{ } payload] ? JsonNode.Parse(payload) : null;

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var store in stores.Values)
            {
                store.Dispose();
            }

            stores.Clear();
        }
    }

    private SqliteConnection Open(string store)
    {
        if (!stores.TryGetValue(store, out var connection))
        {
            connection = stores[store] = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, store + ".db"), DefaultTimeout = 10 }.ToString());
            connection.Open();
        }

        return connection;
    }
}

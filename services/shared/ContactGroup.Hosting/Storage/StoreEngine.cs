using System.Data.Common;
using ContactGroup.Hosting.Storage.Postgres;

namespace ContactGroup.Hosting.Storage;

/// <summary>What keeps a store.</summary>
public enum StoreEngine
{
    /// <summary>A file of its own beside the process.</summary>
    Sqlite,

    /// <summary>A database of its own on a server, for several processes.</summary>
    PostgreSql,
}

/// <summary>For the few statements that have no text common to both engines.</summary>
public static class StoreEngines
{
    /// <summary>The engine behind a connection that a store handed out.</summary>
    public static StoreEngine Engine(this DbConnection connection) => connection is PostgresConnection ? StoreEngine.PostgreSql : StoreEngine.Sqlite;
}

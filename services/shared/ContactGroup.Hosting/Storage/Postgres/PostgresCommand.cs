using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Npgsql;

namespace ContactGroup.Hosting.Storage.Postgres;

/// <summary>A statement whose flags are sent as 0 and 1, as every store keeps them.</summary>
internal sealed class PostgresCommand(PostgresConnection connection, NpgsqlCommand command) : DbCommand
{
    /// <inheritdoc />
    [AllowNull]
    public override string CommandText
    {
        get => command.CommandText;
        set => command.CommandText = value;
    }

    /// <inheritdoc />
    public override int CommandTimeout
    {
        get => command.CommandTimeout;
        set => command.CommandTimeout = value;
    }

    /// <inheritdoc />
    public override CommandType CommandType
    {
        get => command.CommandType;
        set => command.CommandType = value;
    }

    /// <inheritdoc />
    public override bool DesignTimeVisible { get; set; }

    /// <inheritdoc />
    public override UpdateRowSource UpdatedRowSource
    {
        get => command.UpdatedRowSource;
        set => command.UpdatedRowSource = value;
    }

    /// <inheritdoc />
    protected override DbConnection? DbConnection
    {
        get => connection;
        set
        {
            if (!ReferenceEquals(value, connection))
            {
                throw new NotSupportedException("A statement stays with its connection.");
            }
        }
    }

    /// <inheritdoc />
    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    /// <summary>Whatever the connection is inside of: PostgreSQL has one transaction for a connection.</summary>
    protected override DbTransaction? DbTransaction { get; set; }

    /// <inheritdoc />
    public override void Cancel() => command.Cancel();

    /// <inheritdoc />
    public override void Prepare() => command.Prepare();

    /// <inheritdoc />
    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    /// <inheritdoc />
    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => Ready().ExecuteNonQueryAsync(cancellationToken);

    /// <inheritdoc />
    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    /// <inheritdoc />
    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => Ready().ExecuteScalarAsync(cancellationToken);

    /// <inheritdoc />
    public override async ValueTask DisposeAsync()
    {
        await command.DisposeAsync();
        await base.DisposeAsync();
    }

    /// <inheritdoc />
    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    /// <inheritdoc />
    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => Ready().ExecuteReader(behavior & ~CommandBehavior.CloseConnection);

    /// <inheritdoc />
    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        await Ready().ExecuteReaderAsync(behavior & ~CommandBehavior.CloseConnection, cancellationToken);

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            command.Dispose();
        }

        base.Dispose(disposing);
    }

    private NpgsqlCommand Ready()
    {
        connection.Note(command.CommandText);
        foreach (NpgsqlParameter parameter in command.Parameters)
        {
            if (parameter.Value is bool flag)
            {
                parameter.DbType = DbType.Int64;
                parameter.Value = flag ? 1L : 0L;
            }
        }

        return command;
    }
}

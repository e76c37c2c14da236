using System.Data.Common;
using Dapper;

namespace ContactGroup.Release.Data;

/// <summary>
/// How long a page may get for a slow line, whatever number was asked for: over 50 kbit/s the longest takes some twenty seconds, and a page that breaks off is no
/// more than that to carry again.
/// </summary>
internal static class PageBytes
{
    /// <summary>Bytes of views after which a page of items ends.</summary>
    public const int Items = 128 * 1024;

    /// <summary>Bytes after which a page of a stream ends.</summary>
    public const int Entries = 64 * 1024;

    /// <summary>
    /// Reads rows until those that were read are long enough, the one that makes them so included. What is left of them is let pass: Dapper's own way of reading row
    /// by row cancels the statement, and PostgreSQL then ends the transaction that the page is recorded in.
    /// </summary>
    /// <param name="connection">The store.</param>
    /// <param name="sql">What is asked.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="make">Makes of a row what is given.</param>
    /// <param name="bytes">Length of what is given.</param>
    /// <param name="most">Bytes; null without a bound.</param>
    /// <returns>What is given, and whether the bound ended it.</returns>
    public static async Task<(List<TGiven> Given, bool Cut)> ReadAsync<TRow, TGiven>(
        DbConnection connection, string sql, object parameters, Func<TRow, TGiven> make, Func<TGiven, int> bytes, int? most)
    {
        var given = new List<TGiven>();
        long length = 0;
        await using var reader = await connection.ExecuteReaderAsync(sql, parameters);
        var row = reader.GetRowParser<TRow>();
        while (await reader.ReadAsync())
        {
            given.Add(make(row(reader)));
            length += bytes(given[^1]);
            if (length >= most)
            {
                return (given, Cut: true);
            }
        }

        return (given, Cut: false);
    }
}

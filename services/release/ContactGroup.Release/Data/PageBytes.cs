namespace ContactGroup.Release.Data;

/// <summary>
/// How long a page may get for a slow line, whatever number was asked for: over 50 kbit/s the longest takes some twenty seconds, and what a line that breaks has to
/// carry again is no more than that.
/// </summary>
internal static class PageBytes
{
    /// <summary>Bytes of views after which a page of items ends.</summary>
    public const int Items = 128 * 1024;

    /// <summary>Bytes after which a page of a stream ends.</summary>
    public const int Entries = 64 * 1024;

    /// <summary>Reads rows until those that were read are long enough, the one that makes them so included.</summary>
    /// <param name="rows">The rows; what is left of them is not read.</param>
    /// <param name="bytes">Length of a row.</param>
    /// <param name="most">Bytes; null without a bound.</param>
    /// <returns>The rows, and whether the bound ended them.</returns>
    public static async Task<(List<T> Rows, bool Cut)> TakeAsync<T>(IAsyncEnumerable<T> rows, Func<T, int> bytes, int? most)
    {
        var taken = new List<T>();
        long length = 0;
        await foreach (var row in rows)
        {
            taken.Add(row);
            length += bytes(row);
            if (length >= most)
            {
                return (taken, Cut: true);
            }
        }

        return (taken, Cut: false);
    }
}

namespace ContactGroup.Hosting.Storage;

/// <summary>What is known of a statement by its text.</summary>
internal static class Statements
{
    /// <summary>Whether it may change something: everything that is not plainly one question.</summary>
    public static bool MayChange(string text) =>
        !text.AsSpan().TrimStart().StartsWith("SELECT", StringComparison.Ordinal) || text.Contains(';', StringComparison.Ordinal);
}

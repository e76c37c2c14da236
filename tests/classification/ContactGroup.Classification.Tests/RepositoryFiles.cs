namespace ContactGroup.Classification.Tests;

/// <summary>Files of the repository that tests read, found upwards from the test's own folder.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    /// <summary>Set to 1 to write approved files anew instead of comparing with them.</summary>
    public static bool UpdateApproved => string.Equals(Environment.GetEnvironmentVariable("UPDATE_APPROVED"), "1", StringComparison.Ordinal);

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    public static IEnumerable<string> Names(string folder, string pattern) =>
        Directory.EnumerateFiles(Path(folder), pattern).Select(file => System.IO.Path.GetFileName(file)!).Order(StringComparer.Ordinal);

    /// <summary>Compares a text with an approved file, or writes it.</summary>
    public static void Approve(string relative, string actual)
    {
        if (UpdateApproved)
        {
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative))!);
            File.WriteAllText(Path(relative), actual);
        }

        var approved = File.Exists(Path(relative)) ? Read(relative) : "";
        Assert.True(string.Equals(approved, actual, StringComparison.Ordinal), $"{relative} differs; run the tests with UPDATE_APPROVED=1 and read the difference.");
    }

    private static string FindRoot(string folder)
    {
        var at = new DirectoryInfo(folder);
        while (at is not null && !File.Exists(System.IO.Path.Combine(at.FullName, "ContactGroup.sln")))
        {
            at = at.Parent;
        }

        return at?.FullName ?? throw new InvalidOperationException("the repository is not above the test folder");
    }
}

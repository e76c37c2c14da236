namespace ContactGroup.Incidents.Tests;

/// <summary>Where the repository is, seen from a test that runs somewhere inside it.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder is null
        ? throw new InvalidOperationException("The tests do not run inside the repository.")
        : File.Exists(Path.Combine(folder.FullName, "ContactGroup.sln")) ? folder.FullName : Find(folder.Parent);
}

namespace ContactGroup.Infra.Tests.Formats;

/// <summary>Files of the repository, found from where the tests were built.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string Path(string path) => System.IO.Path.Combine(Root, path);

    public static string Text(string path) => File.ReadAllText(Path(path));

    /// <summary>Where a program was built with the tests.</summary>
    public static string Built(string program) => System.IO.Path.GetFullPath(
        System.IO.Path.Combine(AppContext.BaseDirectory, "../..", System.IO.Path.GetFileNameWithoutExtension(program), new DirectoryInfo(AppContext.BaseDirectory).Name, program));

    private static string Find(DirectoryInfo folder) => File.Exists(System.IO.Path.Combine(folder.FullName, "ContactGroup.sln"))
        ? folder.FullName
        : Find(folder.Parent ?? throw new InvalidOperationException("no repository around the tests"));
}

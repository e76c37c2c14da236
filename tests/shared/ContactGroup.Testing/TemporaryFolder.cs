namespace ContactGroup.Testing;

/// <summary>A folder of one test, removed afterwards.</summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>Full path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("contactgroup-").FullName;

    /// <inheritdoc />
    public void Dispose()
    {
        TestStorage.Remove(Path);
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A pooled connection may hold a file a moment longer; the folder is temporary anyway.
        }
    }
}
